import type { ServiceProgress, ServiceReport } from '@ferry/contracts';
import { formatBytes, formatCount } from '../../format/numbers';
import { formatRange } from '../../format/ranges';
import { expectedItems, settledItems } from '../labels/item-progress';
import { PERSON_TEXTS } from './person-page.texts';

/** A number of a workload and what it counts. */
export interface WorkloadFact {
  readonly value: string;
  readonly name: string;
}

/** What is worth telling of a workload in numbers; none before it has begun. */
export function workloadFacts(progress: ServiceProgress, report: ServiceReport | null): WorkloadFact[] {
  const [settled, expected] = [settledItems(progress), expectedItems(progress)];
  const { bytes, attempt, remaining, skipped, failed } = progress;
  const facts: WorkloadFact[] = [];
  if (expected > 0) {
    const name = `${PERSON_TEXTS.ofExpected} ${formatCount(expected)} ${PERSON_TEXTS.items}`;
    facts.push({ value: formatCount(settled), name });
    facts.push({ value: formatBytes(bytes), name: PERSON_TEXTS.bytes });
  }
  if (report?.itemsPerSecond != null) {
    facts.push({ value: formatCount(Math.round(report.itemsPerSecond)), name: PERSON_TEXTS.rate });
  }
  if (skipped + failed > 0) facts.push({ value: formatCount(skipped + failed), name: PERSON_TEXTS.leftOut });
  if (remaining !== null) {
    facts.push({ value: formatRange(remaining.likelySeconds, remaining.mostSeconds), name: PERSON_TEXTS.remaining });
  }
  if (attempt > 1) facts.push({ value: formatCount(attempt), name: PERSON_TEXTS.attempts });
  return facts;
}
