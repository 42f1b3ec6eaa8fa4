import { csvLine } from './csv-line';

describe('csvLine', () => {
  it('ends each record as RFC 4180 says, and leaves plain cells plain', () => {
    expect(csvLine(['Inbox/Été', 3, true, null, new Date(0)])).toBe('Inbox/Été,3,true,,1970-01-01T00:00:00.000Z\r\n');
  });

  it.each([
    ['a,b', '"a,b"'],
    ['she said "no"', '"she said ""no"""'],
    ['two\nlines', '"two\nlines"'],
    ['two\r\nlines', '"two\r\nlines"'],
    ['', ''],
    [' a ', ' a '],
  ])('quotes what needs it: %j', (text, cell) => {
    expect(csvLine([text])).toBe(`${cell}\r\n`);
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['=HYPERLINK("http://x";"y")', `"'=HYPERLINK(""http://x"";""y"")"`],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', `"'\r=1"`],
    ['\n=1', `"'\n=1"`],
    ['＝1+1', "'＝1+1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠x', "'＠x"],
    ['=1,"2"', `"'=1,""2"""`],
  ])('makes a text of what would be a formula: %j', (text, cell) => {
    expect(csvLine([text])).toBe(`${cell}\r\n`);
  });

  it.each([
    ["'=1", "'=1"],
    [' =1', ' =1'],
    ['a=1', 'a=1'],
    ['"=1"', '"""=1"""'],
  ])('leaves alone what no program takes for a formula: %j', (text, cell) => {
    expect(csvLine([text])).toBe(`${cell}\r\n`);
  });

  it('does not touch numbers, even one below nothing', () => {
    expect(csvLine([-1])).toBe('-1\r\n');
  });
});
