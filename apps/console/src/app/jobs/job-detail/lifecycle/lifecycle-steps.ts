import { type JobProgress, JobStatus, type PersonProgress, ServiceStatus, Workload } from '@ferry/contracts';
import { formatMoment, formatRelative, formatYourTime } from '../../../format/dates';
import { formatCount, formatPercent, formatQuantity } from '../../../format/numbers';
import { settledShare } from '../../labels/item-progress';
import { WORKLOAD_COLUMNS, WORKLOAD_FACES } from '../../labels/workload-faces';
import { JOB_STAGES } from './job-stage';
import type { LifecycleStep } from './lifecycle-step';
import { checkedShare, itemsOf, peopleIn, refusedPeople, timeLeft } from './lifecycle-sums';

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
  times: null,
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
      const share = checkedShare(progress);
      return say('doing', `${formatPercent(share)} checked`, share);
    }
    case 'refused':
      return say('failed', `${formatCount(refusedPeople(everyone))} of ${formatCount(people)} did not pass`);
    case 'passed':
      if (expires !== null && expires <= now) return say('warned', `expired ${formatRelative(expires, now)}`, 1);
      if (expires === null) return say('done', 'passed');
      return {
        ...say('done', `expires ${formatRelative(expires, now)}`),
        times: [formatMoment(expires, now), formatYourTime(expires)].filter((text) => text !== null).join(' · '),
      };
    case 'moving':
    case 'cuttingOver':
    case 'ended':
      return say('done', validatedDateTime === null ? 'checked when it started' : formatMoment(validatedDateTime, now));
    case 'over':
      if (validatedDateTime === null) return say('never', 'not checked');
      return say('done', formatMoment(validatedDateTime, now));
  }
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
  const left = `${formatQuantity(open, 'mailbox', 'mailboxes')} left`;
  const ratio = settledShare(people, [Workload.Exchange]);
  return say('doing', [left, ...timeLeft(progress, [Workload.Exchange])].join(' · '), ratio);
}

function cutover(progress: JobProgress, now: Date): LifecycleStep {
  const { job, cutoverStartedDateTime: since } = progress;
  const say = (state: LifecycleStep['state'], detail: string, ratio?: number) => step('Cutover', state, detail, ratio);
  const date = job.completeAfterDateTime;
  const wait = (state: LifecycleStep['state']): LifecycleStep => ({
    ...say(state, `${formatRelative(date, now)} · not before ${formatMoment(date, now)}`),
    times: formatYourTime(date),
  });
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
      return date <= now ? say('waiting', 'as soon as mail is synced') : wait('waiting');
    case 'created':
    case 'validating':
    case 'passed':
    case 'refused':
      return date <= now ? say('next', 'at once, the date has passed') : wait('next');
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
