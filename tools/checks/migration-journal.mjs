/**
 * Migrations that would never run. The migrator compares times, not names: one whose `when` is not later than that of
 * the one before it (two merged branches) is skipped without a word on a database that already has the other.
 *
 * @param {{ entries: { tag: string, when: number }[] }} journal meta/_journal.json
 * @returns {string[]} one sentence per migration out of order
 */
export function migrationsOutOfOrder({ entries }) {
  return entries
    .slice(1)
    .flatMap((entry, index) =>
      entry.when > entries[index].when
        ? []
        : [`Migration ${entry.tag} is not dated after ${entries[index].tag} and would be skipped: generate it again.`],
    );
}
