import { sectionOf } from '../checks/check';
import type { Outcome } from '../run/outcome';
import { scoreOf } from './result-lines';

/** The results for a program; the members are those of the table. */
export function resultJson(server: string, outcomes: readonly Outcome[]): string {
  return JSON.stringify(
    {
      server,
      ...scoreOf(outcomes),
      checks: outcomes.map(({ check, version, result, reason, exchanges }) => ({
        id: check.id,
        section: sectionOf(check),
        version,
        sentence: check.sentence,
        sources: check.sources.map(({ text }) => text),
        decisions: check.sources.flatMap(({ decision }) => decision ?? []),
        result,
        reason,
        ...(exchanges.length === 0 ? {} : { exchanges }),
      })),
    },
    null,
    2,
  );
}
