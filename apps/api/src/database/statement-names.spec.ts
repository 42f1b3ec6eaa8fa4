import { StatementNames } from './statement-names';

const nameOfOften = (names: StatementNames, text: string) => {
  names.nameOf(text);
  names.nameOf(text);
  return names.nameOf(text);
};

describe('StatementNames', () => {
  it('name a statement from its third use on, always alike', () => {
    const names = new StatementNames();
    expect([names.nameOf('select $1'), names.nameOf('select $1')]).toEqual([null, null]);
    const name = names.nameOf('select $1');
    expect(name).toMatch(/^ferry_[0-9a-f]{32}_0$/);
    expect(names.nameOf('select $1')).toBe(name);
  });

  it('give different statements different names, within what PostgreSQL keeps of one', () => {
    const names = new StatementNames();
    const [one, other] = [nameOfOften(names, 'select $1'), nameOfOften(names, 'select $1, $2')];
    expect(one).not.toBe(other);
    expect(one?.length).toBeLessThanOrEqual(63);
  });

  it('stop at a number of names, and keep those that were given', () => {
    const names = new StatementNames();
    const given = Array.from({ length: 400 }, (_, index) => nameOfOften(names, `select $1 + ${index}`));
    expect(new Set(given).size).toBe(400);
    expect(nameOfOften(names, 'one more')).toBeNull();
    expect(names.nameOf('select $1 + 7')).toBe(given[7]);
  });

  it('forget statements that are too rare to come again', () => {
    const names = new StatementNames();
    names.nameOf('rare');
    names.nameOf('rare');
    for (let other = 0; other < 2_000; other += 1) names.nameOf(`other ${other}`);
    expect(names.nameOf('rare')).toBeNull();
  });

  it('are all given anew when a table has changed', () => {
    const names = new StatementNames();
    const before = nameOfOften(names, 'select $1');
    names.renewAll();
    expect(names.nameOf('select $1')).not.toBe(before);
  });
});
