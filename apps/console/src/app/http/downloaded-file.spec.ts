import { fileNameOf } from './downloaded-file';

describe('fileNameOf', () => {
  it.each([
    [null, null],
    ['attachment', null],
    ['attachment; filename="Wave 1.csv"', 'Wave 1.csv'],
    [`attachment; filename="Uber_.csv"; filename*=UTF-8''%C3%9Cber%28%CE%A9%29.csv`, 'Über(Ω).csv'],
    [`attachment; filename="plain.csv"; filename*=UTF-8''%ZZ`, 'plain.csv'],
  ])('reads %s', (disposition, name) => {
    expect(fileNameOf(disposition)).toBe(name);
  });
});
