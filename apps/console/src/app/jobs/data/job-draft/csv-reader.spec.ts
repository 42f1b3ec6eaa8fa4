import { readCsv } from './csv-reader';

const cellsOf = (text: string) => readCsv(text).records.map(({ cells }) => cells);

describe('readCsv', () => {
  it.each([
    ['commas', 'id,mail\r\n1,a@b\r\n', ','],
    ['semicolons, as Excel writes in much of Europe', 'id;mail\r\n1;a@b\r\n', ';'],
    ['tabs, as they are pasted from a sheet', 'id\tmail\n1\ta@b', '\t'],
    ['the delimiter that Excel names first', 'sep=|\r\nid|mail\r\n1|a@b', '|'],
    ['a byte order mark', '\uFEFFid,mail\n1,a@b', ','],
    ['lines of an old Mac', 'id,mail\r1,a@b\r', ','],
  ])('reads %s', (_what, text, delimiter) => {
    expect(readCsv(text).delimiter).toBe(delimiter);
    expect(cellsOf(text)).toEqual([
      ['id', 'mail'],
      ['1', 'a@b'],
    ]);
  });

  it('keeps delimiters, quotation marks and line breaks that are quoted', () => {
    expect(cellsOf('name,mail\n"Lee, Ann ""A.""\nJr.",a@b')).toEqual([
      ['name', 'mail'],
      ['Lee, Ann "A."\nJr.', 'a@b'],
    ]);
  });

  it('does not take a quoted delimiter for the one of the file', () => {
    expect(readCsv('"a,b,c";mail\n1;2').delimiter).toBe(';');
  });

  it('counts the lines of the file, with those that are empty or quoted', () => {
    const text = 'mail\n\n"a\nb"\r\n  \nlast';
    expect(readCsv(text).records.map(({ line }) => line)).toEqual([1, 3, 6]);
    expect(readCsv('sep=;\nmail\na@b').records.map(({ line }) => line)).toEqual([2, 3]);
  });

  it('says where a quotation mark opens that nothing closes', () => {
    expect(readCsv('mail\na@b\n"c@d\ne@f').openQuoteLine).toBe(3);
    expect(readCsv('mail\n"a@b"').openQuoteLine).toBeNull();
  });

  it('takes a quotation mark within a cell as it is', () => {
    expect(cellsOf('5" pipe,x')).toEqual([['5" pipe', 'x']]);
  });
});
