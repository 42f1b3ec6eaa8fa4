import { migrationsOutOfOrder } from './migration-journal.mjs';

describe('migrationsOutOfOrder', () => {
  it('accepts dates that ascend', () => {
    expect(
      migrationsOutOfOrder({
        entries: [
          { tag: '0000_jobs', when: 1 },
          { tag: '0001_items', when: 2 },
        ],
      }),
    ).toEqual([]);
  });

  it('finds a migration that a database with the one before it would skip', () => {
    expect(
      migrationsOutOfOrder({
        entries: [
          { tag: '0000_jobs', when: 5 },
          { tag: '0001_items', when: 5 },
        ],
      }),
    ).toEqual(['Migration 0001_items is not dated after 0000_jobs and would be skipped: generate it again.']);
  });
});
