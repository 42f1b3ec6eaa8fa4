import fc from 'fast-check';
import { namesOfPath, pathOfNames } from './folder-names';

describe('names of folders', () => {
  it('keep a slash within a name where the delimiter is another one', () => {
    expect(pathOfNames(['Q1/Q2', 'Mr. Smith'], '.')).toBe('Q1=2FQ2/Mr. Smith');
    expect(namesOfPath('Q1=2FQ2/Mr. Smith', '.')).toEqual(['Q1/Q2', 'Mr=2E Smith']);
  });

  it('say a name that looks escaped one level deeper', () => {
    expect(pathOfNames(['a=2Fb', 'a/b'], '.')).toBe('a=3D2Fb/a=2Fb');
    expect(namesOfPath('a=3D2Fb/a=2Fb', '.')).toEqual(['a=2Fb', 'a/b']);
  });

  it.each(['/', '.', '\\', '^'])(
    'come back from a path as they were, and no two share one (delimiter %s)',
    (delimiter) => {
      const name = fc
        .string({
          unit: fc.constantFrom('a', '/', '.', '=', '2', 'F', 'E', '3', 'D', '\\', '^', '5', 'C'),
          minLength: 1,
        })
        .filter((text) => !text.includes(delimiter));
      const names = fc.array(name, { minLength: 1, maxLength: 3 });
      fc.assert(
        fc.property(names, names, (one, other) => {
          expect(namesOfPath(pathOfNames(one, delimiter), delimiter)).toEqual(one);
          const same = pathOfNames(one, delimiter) === pathOfNames(other, delimiter);
          expect(same).toBe(JSON.stringify(one) === JSON.stringify(other));
        }),
      );
    },
  );

  it('come back from the target as the path that they were made from', () => {
    const path = fc
      .array(fc.string({ unit: fc.constantFrom('a', '.', '=', '2', 'F', 'E', '3', 'D'), minLength: 1 }), {
        minLength: 1,
      })
      .map((names) => names.join('/'));
    fc.assert(
      fc.property(path, fc.constantFrom('/', '.'), (text, delimiter) => {
        expect(pathOfNames(namesOfPath(text, delimiter), delimiter)).toBe(text);
      }),
    );
  });
});
