import { differencesOf } from './differences.mjs';

describe('differencesOf', () => {
  const undisturbed = { life: { status: 'completed', report: { '01/Exchange': { found: 200 } }, problems: [] } };

  it('finds none between equal ends, of a second round neither', () => {
    expect(differencesOf(undisturbed, { ...undisturbed, 'life#2': undisturbed.life })).toEqual([]);
  });

  it('names what differs, and what both say', () => {
    const killed = { life: { ...undisturbed.life, report: { '01/Exchange': { found: 199 } } } };
    expect(differencesOf(undisturbed, killed)).toEqual(['life.report.01/Exchange.found: 199, undisturbed 200']);
  });

  it('names what one of them does not have', () => {
    const killed = { life: { ...undisturbed.life, report: {} } };
    expect(differencesOf(undisturbed, killed)).toEqual([
      'life.report.01/Exchange: undefined, undisturbed {"found":200}',
    ]);
  });

  it('shows the beginning of what is long', () => {
    const [difference] = differencesOf({}, { life: ['x'.repeat(10_000)] });
    expect(difference).toMatch(/^life: \["x{298}\.\.\., undisturbed undefined$/);
  });

  it('names a journey without an end', () => {
    expect(differencesOf(undisturbed, {})).toEqual(['life did not come to its end']);
  });
});
