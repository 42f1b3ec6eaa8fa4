import { attachment, reportFileName } from './file-name';

const MADE = new Date('2030-02-03T23:59:59Z');

describe('reportFileName', () => {
  it.each([
    ['Wave 1', 'Wave 1 report 2030-02-03.csv'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j report 2030-02-03.csv'],
    ['../../etc/passwd', '.. .. etc passwd report 2030-02-03.csv'],
    ['line\r\nbreak', 'line break report 2030-02-03.csv'],
    ['   ', 'job report 2030-02-03.csv'],
    ['Überführung', 'Überführung report 2030-02-03.csv'],
  ])('makes a file name of %j', (name, expected) => {
    expect(reportFileName(name, MADE, 'csv')).toBe(expected);
  });

  it('does not get longer than file systems take', () => {
    expect(reportFileName('x'.repeat(256), MADE, 'pdf').length).toBeLessThan(130);
  });
});

describe('attachment', () => {
  it('says a plain name twice', () => {
    expect(attachment('Wave 1.csv')).toBe(`attachment; filename="Wave 1.csv"; filename*=UTF-8''Wave%201.csv`);
  });

  it('says letters beyond ASCII in the form that new clients read, and near ones for the others', () => {
    expect(attachment('Überführung Ω.pdf')).toBe(
      `attachment; filename="Uberfuhrung _.pdf"; filename*=UTF-8''%C3%9Cberf%C3%BChrung%20%CE%A9.pdf`,
    );
  });

  it('lets nobody out of the quotes', () => {
    expect(attachment(`a"; x="b\\%'(1)*.csv`)).toBe(
      `attachment; filename="a_; x=_b__'(1)*.csv"; filename*=UTF-8''a%22%3B%20x%3D%22b%5C%25%27%281%29%2A.csv`,
    );
  });

  it('stands half a surrogate', () => {
    expect(attachment('a\ud800b.csv')).toContain(`filename*=UTF-8''a%EF%BF%BDb.csv`);
  });
});
