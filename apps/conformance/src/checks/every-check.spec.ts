import { DECISIONS } from './decisions';
import { EVERY_CHECK } from './every-check';
import { sectionOf } from './check';
import { isSection, SECTIONS } from './sections';

describe('The list of checks', () => {
  it('has each id once, in a section that there is', () => {
    const ids = EVERY_CHECK.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(EVERY_CHECK.filter((check) => !isSection(sectionOf(check)))).toEqual([]);
    for (const id of ids) expect(id).toMatch(/^[a-z]+\.[A-Za-z0-9-]+$/);
  });

  it('has every section, one after the other in the order in which they are printed', () => {
    const order = EVERY_CHECK.map(sectionOf).filter((section, index, all) => section !== all[index - 1]);
    expect(order).toEqual(Object.keys(SECTIONS));
  });

  it('names what each check rests on', () => {
    for (const { id, sources } of EVERY_CHECK) {
      expect([id, sources.length > 0]).toEqual([id, true]);
      for (const { text } of sources) expect([id, text]).toEqual([id, expect.stringMatching(/\d|design: /)]);
    }
  });

  it('says each check in a sentence that fits into a table', () => {
    for (const { id, sentence } of EVERY_CHECK) {
      expect([id, sentence]).toEqual([id, expect.stringMatching(/^[A-Z`].*[^.]$/)]);
      expect([id, sentence.includes('|') || /[^\x20-\x7e]/.test(sentence)]).toEqual([id, false]);
    }
  });

  it('has a check for each decision, or more', () => {
    const used = new Set(EVERY_CHECK.flatMap(({ sources }) => sources.flatMap(({ decision }) => decision ?? [])));
    expect(Object.keys(DECISIONS).filter((name) => !used.has(name as keyof typeof DECISIONS))).toEqual([]);
  });

  it('has a check for each operation of the contract page', () => {
    const texts = EVERY_CHECK.flatMap(({ sources }) => sources.map(({ text }) => text));
    const rows = [...Array.from({ length: 19 }, (_, index) => String(index + 1)), '5b'];
    for (const row of rows) {
      const pattern = new RegExp(`contract page 1\\.1 rows? (?:[\\d, b]+(?:and|to) )?${row}\\b`);
      expect([row, texts.some((text) => pattern.test(text))]).toEqual([row, true]);
    }
  });
});
