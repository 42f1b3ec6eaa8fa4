import { catalogueEntries } from '@ferry/domain';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { errorsPage } from './errors-page';

describe('errorsPage', () => {
  it('is what docs/errors.md says; `npm run gen` writes it', () => {
    expect(readFileSync(resolve(__dirname, '../../../../docs/errors.md'), 'utf8')).toBe(errorsPage());
  });

  it('has a heading of its own for every code, so that it can be linked to', () => {
    const headings = errorsPage().match(/^### .+$/gm) ?? [];
    const codes = new Set(catalogueEntries().map(({ code }) => code));
    expect([...headings].sort()).toEqual([...codes].map((code) => `### ${code}`).sort());
  });

  it('says everything that an entry says', () => {
    const page = errorsPage().replaceAll('&lt;', '<');
    for (const { title, messageTemplate, cause, evidence, remedy, where } of catalogueEntries()) {
      for (const words of [title, messageTemplate, cause, evidence, remedy, where]) expect(page).toContain(words);
    }
  });
});
