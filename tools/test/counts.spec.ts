import { closingLine, ofJest, ofPlaywright, sum } from './counts.mjs';

const project = { passed: 3, failed: 0, skippedNames: [] as string[] };
const stats = { expected: 2, unexpected: 0, flaky: 0, skipped: 0 };

describe('counts', () => {
  it('closes with the two numbers when nothing was skipped', () => {
    expect(closingLine(sum([project, project]))).toBe('6 passed, 0 failed');
  });

  it('closes with a third number when something was skipped by name', () => {
    expect(closingLine(sum([project, { passed: 0, failed: 1, skippedNames: ['Chromium'] }]))).toBe(
      '3 passed, 1 failed, 1 skipped',
    );
  });

  it('counts a Jest project that wrote no result as a failure', () => {
    expect(ofJest(undefined, true)).toEqual({ passed: 0, failed: 1, skippedNames: [] });
  });

  it('counts a failure when Jest ended badly although every test passed', () => {
    expect(ofJest(project, false)).toEqual({ passed: 3, failed: 1, skippedNames: [] });
  });

  it('does not count a failed test twice when Jest ended badly because of it', () => {
    expect(ofJest({ ...project, failed: 1 }, false).failed).toBe(1);
  });

  it('counts a flaky journey as failed', () => {
    expect(ofPlaywright({ stats: { ...stats, flaky: 1 } }, true)).toEqual({ passed: 2, failed: 1, skippedNames: [] });
  });

  it('counts a browser run that never started as a failure', () => {
    expect(ofPlaywright(undefined, false).failed).toBe(1);
  });
});
