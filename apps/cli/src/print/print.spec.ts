import { printable, printedDate } from './printable';
import { type Column, fields, table } from './table';

describe('table', () => {
  const columns: Column<{ name: string | null; items: number }>[] = [
    { title: 'Name', value: ({ name }) => name },
    { title: 'Items', value: ({ items }) => items },
  ];

  it('keeps names on the left and numbers on the right', () => {
    const rows = [
      { name: 'Noémie', items: 7 },
      { name: null, items: 20_000 },
    ];
    expect(table(columns, rows)).toEqual(['NAME    ITEMS', 'Noémie      7', '-       20000']);
  });

  it('counts letters that are made of two code units once', () => {
    expect(table(columns, [{ name: '𝒜𝒜𝒜𝒜𝒜', items: 1 }])).toEqual(['NAME   ITEMS', '𝒜𝒜𝒜𝒜𝒜      1']);
  });

  it('is its titles when there are no rows', () => {
    expect(table(columns, [])).toEqual(['NAME  ITEMS']);
  });
});

describe('fields', () => {
  it('puts the values below each other', () => {
    const pairs = [['Id', 'a1'] as const, ['Message', ''] as const];
    expect(fields(pairs)).toEqual(['Id:       a1', 'Message:  -']);
  });
});

describe('printable', () => {
  it('lets no name command the terminal or break a line', () => {
    expect(printable('Wave\u001b[2J 1\r\nof 2')).toBe('Wave\uFFFD[2J 1 of 2');
  });
});

describe('printedDate', () => {
  it('is in UTC, whatever the zone of the machine', () => {
    expect(printedDate(new Date('2030-01-01T02:00:00.500+02:00'))).toBe('2030-01-01 00:00:00Z');
  });

  it('is a dash for what was no date', () => {
    expect(printedDate(new Date('soon'))).toBe('-');
  });
});
