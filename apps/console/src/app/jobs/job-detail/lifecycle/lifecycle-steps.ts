import {
  type JobProgress,
  JobStatus,
  type PersonProgress,
  type RemainingTime,
  ServiceStatus,
  Workload,
} from '@ferry/contracts';
import { formatMoment, formatRelative, formatSpan } from '../../../format/dates';
import { formatCount, formatPercent, formatQuantity } from '../../../format/numbers';
import { formatRange } from '../../../format/ranges';
import { settledItems, settledShare } from '../../labels/item-progress';
import { isFailure } from '../../labels/person-phase';
import { WORKLOAD_COLUMNS, WORKLOAD_FACES } from '../../labels/workload-faces';
import { JOB_STAGES } from './job-stage';
import type { LifecycleStep } from './lifecycle-step';

/** The stations of a job in order: what is done, what goes on, what comes next and when. */
export function lifecycleSteps(
  progress: JobProgress,
  people: readonly PersonProgress[],
  now: Date,
): readonly LifecycleStep[] {
  const { workloads } = progress.job;
  return [
    created(progress, now),
    validated(progress, people, now),
    ...(workloads.includes(Workload.Exchange) ? [syncingMail(progress, people)] : []),
    cutover(progress, now),
    ...(workloads.some((workload) => workload !== Workload.Exchange) ? [afterCutover(progress, people)] : []),
    verified(progress, now),
  ];
}

const step = (name: string, state: LifecycleStep['state'], detail: string, ratio = 0): LifecycleStep => ({
  name,
  state,
  detail,
  ratio: state === 'done' ? 1 : ratio,
});

function created({ job }: JobProgress, now: Date): LifecycleStep {
  return step('Created', 'done', formatMoment(job.createdDateTime, now));
}

function validated(progress: JobProgress, everyone: readonly PersonProgress[], now: Date): LifecycleStep {
  const { job, people, validatedDateTime, validationExpiresDateTime: expires } = progress;
  const say = (state: LifecycleStep['state'], detail: string, ratio?: number) =>
    step('Validated', state, detail, ratio);
  switch (JOB_STAGES[job.status]) {
    case 'created':
      return say('next', `${formatQuantity(people, 'person', 'people')} to check`);
    case 'validating': {
      const { share } = checked(progress);
      return say('doing', `${formatPercent(share)} checked`, share);
    }
    case 'refused':
      return say('failed', `${formatCount(refusedPeople(everyone))} of ${formatCount(people)} did not pass`);
    case 'passed':
      if (expires !== null && expires <= now) return say('warned', `expired ${formatRelative(expires, now)}`, 1);
      return say('done', expires === null ? 'passed' : `expires in ${formatSpan(expires.getTime() - now.getTime())}`);
    case 'moving':
    case 'cuttingOver':
    case 'ended':
      return say('done', validatedDateTime === null ? 'checked when it started' : formatMoment(validatedDateTime, now));
    case 'over':
      if (validatedDateTime === null) return say('never', 'not checked');
      return say('done', formatMoment(validatedDateTime, now));
  }
}

function checked({ statuses }: JobProgress): { share: number } {
  const open = new Set([ServiceStatus.NotStarted, ServiceStatus.InProgress]);
  const sum = (settledOnly: boolean) =>
    statuses.reduce((total, { status, people }) => (settledOnly && open.has(status) ? total : total + people), 0);
  return { share: sum(false) === 0 ? 0 : sum(true) / sum(false) };
}

function syncingMail(progress: JobProgress, people: readonly PersonProgress[]): LifecycleStep {
  const stage = JOB_STAGES[progress.job.status];
  const say = (state: LifecycleStep['state'], detail: string, ratio?: number) =>
    step('Mail synced', state, detail, ratio);
  if (stage === 'over') return say('never', 'not reached');
  if (stage === 'cuttingOver' || stage === 'ended') return say('done', itemsOf(progress, Workload.Exchange));
  if (stage !== 'moving') return say('next', 'in the background, before the cutover');
  const open = peopleIn(progress, Workload.Exchange, [
    ServiceStatus.NotStarted,
    ServiceStatus.Valid,
    ServiceStatus.InProgress,
    ServiceStatus.Syncing,
  ]);
  const moves = progress.job.status === JobStatus.InProgress || progress.job.status === JobStatus.AdminActionRequired;
  if (open === 0 && moves) return say('done', itemsOf(progress, Workload.Exchange));
  if (progress.job.status === JobStatus.Processing) return say('doing', 'checks run once more');
  const ratio = settledShare(people, [Workload.Exchange]);
  const share = `${formatPercent(ratio)} · ${formatQuantity(open, 'person', 'people')} left`;
  return say('doing', [share, ...timeLeft(progress, [Workload.Exchange])].join(' · '), ratio);
}

function cutover(progress: JobProgress, now: Date): LifecycleStep {
  const { job, cutoverStartedDateTime: since } = progress;
  const say = (state: LifecycleStep['state'], detail: string, ratio?: number) => step('Cutover', state, detail, ratio);
  const date = job.completeAfterDateTime;
  const planned = date <= now ? 'as soon as mail is synced' : `not before ${formatMoment(date, now)}`;
  switch (JOB_STAGES[job.status]) {
    case 'over':
      return say('never', since === null ? 'did not happen' : `began ${formatMoment(since, now)}`);
    case 'cuttingOver': {
      const open = peopleIn(progress, Workload.Exchange, [ServiceStatus.Synced, ServiceStatus.Finalizing]);
      if (open === 0) return say('done', formatMoment(since ?? date, now));
      return say(
        'doing',
        `${formatQuantity(open, 'mailbox', 'mailboxes')} left`,
        1 - open / Math.max(progress.people, 1),
      );
    }
    case 'ended':
      return since === null ? say('never', 'did not begin') : say('done', formatMoment(since, now));
    case 'moving':
      return say('waiting', planned);
    case 'created':
    case 'validating':
    case 'passed':
    case 'refused':
      return say('next', date <= now ? 'at once, the date has passed' : planned);
  }
}

function afterCutover(progress: JobProgress, people: readonly PersonProgress[]): LifecycleStep {
  const chosen = WORKLOAD_COLUMNS.filter(
    (workload) => workload !== Workload.Exchange && progress.job.workloads.includes(workload),
  );
  const names = chosen.map((workload) => WORKLOAD_FACES[workload].content).join(', ');
  const say = (state: LifecycleStep['state'], detail: string, ratio?: number) =>
    step(names.charAt(0).toUpperCase() + names.slice(1), state, detail, ratio);
  const stage = JOB_STAGES[progress.job.status];
  if (stage === 'over') return say('never', 'not reached');
  if (stage === 'ended') {
    return progress.cutoverStartedDateTime === null ? say('never', 'not reached') : say('done', 'moved in parallel');
  }
  const ratio = settledShare(people, chosen);
  if (stage === 'cuttingOver' && ratio > 0) {
    return say('doing', [formatPercent(ratio), ...timeLeft(progress, chosen)].join(' · '), ratio);
  }
  return say('next', 'after the cutover, in parallel');
}

/** The time left as a range: that of the workload which takes longest, since they move in parallel. */
function timeLeft({ totals }: JobProgress, workloads: readonly Workload[]): string[] {
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

function verified(progress: JobProgress, now: Date): LifecycleStep {
  const { job, finishedDateTime } = progress;
  const say = (state: LifecycleStep['state'], detail: string) =>
    step('Verified', state, detail, state === 'next' || state === 'never' ? 0 : 1);
  const at = finishedDateTime === null ? [] : [formatMoment(finishedDateTime, now)];
  if (job.status === JobStatus.Completed) return say('done', at[0] ?? 'every item compared');
  if (job.status === JobStatus.CompletedWithErrors) return say('warned', ['with errors', ...at].join(' · '));
  if (job.status === JobStatus.Failed) return say('failed', ['nobody completed', ...at].join(' · '));
  return JOB_STAGES[job.status] === 'over' ? say('never', 'not reached') : say('next', 'every item compared');
}

function peopleIn({ statuses }: JobProgress, workload: Workload, wanted: readonly ServiceStatus[]): number {
  return statuses
    .filter(({ service, status }) => service === workload && wanted.includes(status))
    .reduce((sum, { people }) => sum + people, 0);
}

function refusedPeople(people: readonly PersonProgress[]): number {
  return people.filter(({ removed, services }) => !removed && services.some(({ status }) => isFailure(status))).length;
}

function itemsOf({ totals }: JobProgress, workload: Workload): string {
  const counts = totals.find(({ service }) => service === workload);
  const settled = counts === undefined ? 0 : settledItems(counts);
  return `${formatCount(settled)} ${WORKLOAD_FACES[workload].items}`;
}
