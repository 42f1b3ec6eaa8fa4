import { FindingChange } from '@ferry/contracts';
import { formatMoment } from '../format/dates';
import type { PreflightResult } from '../jobs/data/job-draft/preflight-causes';
import { PREFLIGHT_TEXTS } from './preflight.texts';

/** What is different from the run before, in a sentence. */
export function comparisonText({ previousAt, findings, gone }: PreflightResult, now: Date): string {
  if (previousAt === null) return PREFLIGHT_TEXTS.first;
  const added = findings.filter(({ change }) => change === FindingChange.New).length;
  return PREFLIGHT_TEXTS.since(formatMoment(previousAt, now), added, gone.length);
}
