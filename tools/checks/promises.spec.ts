import { missingSpecs } from './promises.mjs';

const page = (cell: string) => `| promise | spec |\n| --- | --- |\n| **nothing is lost** | ${cell} |\n`;
const files = new Map([['libs/mover/src/a.spec.ts', "it('copies it once', () => {})"]]);
const missing = (cell: string) => missingSpecs(page(cell), (file: string) => files.get(file));

describe('missingSpecs', () => {
  it('is content with a spec that is there', () => {
    expect(missing('[a](../libs/mover/src/a.spec.ts): “copies it once”')).toEqual([]);
  });

  it('names a spec, or a whole file, that is not there', () => {
    expect(missing('[a](../libs/mover/src/a.spec.ts): “copies it twice”')).toEqual([
      'docs/promises.md names “copies it twice”, which libs/mover/src/a.spec.ts does not have.',
    ]);
    expect(missing('[b](../libs/mover/src/b.spec.ts): “copies it once”')).toEqual([
      'docs/promises.md names libs/mover/src/b.spec.ts, which is not there.',
    ]);
  });

  it('wants a spec for every promise', () => {
    expect(missing('none yet')).toEqual(['docs/promises.md names no spec for **nothing is lost**.']);
  });
});
