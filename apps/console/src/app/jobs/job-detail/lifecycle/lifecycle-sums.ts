import {
  type JobProgress,
  type PersonProgress,
  type RemainingTime,
  ServiceStatus,
  type Workload,
} from '@ferry/contracts';
import { formatCount } from '../../../format/numbers';
import { formatRange } from '../../../format/ranges';
import { settledItems } from '../../labels/item-progress';
import { isFailure } from '../../labels/person-phase';
import { WORKLOAD_FACES } from '../../labels/workload-faces';

/** The part of the people whose checks are over, from 0 to 1. */
export function checkedShare({ statuses }: JobProgress): number {
  const open = new Set([ServiceStatus.NotStarted, ServiceStatus.InProgress]);
  const sum = (settledOnly: boolean) =>
    statuses.reduce((total, { status, people }) => (settledOnly && open.has(status) ? total : total + people), 0);
  return sum(false) === 0 ? 0 : sum(true) / sum(false);
}

/** The time left as a range: that of the workload which takes longest, since they move in parallel. */
export function timeLeft({ totals }: JobProgress, workloads: readonly Workload[]): string[] {
  const ranges = totals.flatMap(({ service, remaining }) =>
    remaining !== null && workloads.includes(service) ? [remaining] : [],
  );
  if (ranges.length === 0) return [];
  const longest = (value: (range: RemainingTime) => number) => Math.max(...ranges.map(value));
  return [
    formatRange(
      longest((range) => range.likelySeconds),
      longest((range) => range.mostSeconds),
    ),
  ];
}

/** How many people are somewhere with a workload. */
export function peopleIn({ statuses }: JobProgress, workload: Workload, wanted: readonly ServiceStatus[]): number {
  return statuses
    .filter(({ service, status }) => service === workload && wanted.includes(status))
    .reduce((sum, { people }) => sum + people, 0);
}

/** How many people did not pass their checks, or failed later. */
export function refusedPeople(people: readonly PersonProgress[]): number {
  return people.filter(({ removed, services }) => !removed && services.some(({ status }) => isFailure(status))).length;
}

/** "23,323 messages": what has been settled of a workload. */
export function itemsOf({ totals }: JobProgress, workload: Workload): string {
  const counts = totals.find(({ service }) => service === workload);
  const settled = counts === undefined ? 0 : settledItems(counts);
  return `${formatCount(settled)} ${WORKLOAD_FACES[workload].items}`;
}
