import { forbiddenMarks } from './forbidden-marks.mjs';

describe('forbiddenMarks', () => {
  it.each([
    ['libs/a/src/a.spec.ts', "it.only('works', () => {});"],
    ['libs/a/src/a.spec.ts', "  describe.skip('unit', () => {});"],
    ['apps/e2e/src/a.e2e.ts', "xit('works', () => {});"],
    ['libs/a/src/a.ts', '// TODO write this'],
    ['libs/a/src/a.ts', '  debugger;'],
    ['libs/a/src/a.ts', '// @ts-ignore'],
    ['libs/a/src/a.ts', '// eslint-disable-next-line no-console'],
    ['README.md', '<<<<<<< HEAD'],
  ])('finds the mark in %s: %s', (file, line) => {
    expect(forbiddenMarks(file, `first\n${line}\nlast`)).toEqual([expect.stringContaining(`${file}:2 has `)]);
  });

  it.each([
    ['libs/a/src/a.spec.ts', "it('skips what is there', () => {});"],
    ['libs/a/src/a.ts', '// eslint-disable-next-line no-console -- the command line is its output'],
    ['libs/a/src/a.ts', '// @ts-expect-error the type lacks a member that is there at run time'],
    ['docs/page.md', '======= is an underline'],
  ])('leaves alone in %s: %s', (file, line) => {
    expect(forbiddenMarks(file, line)).toEqual([]);
  });
});
