import { type JobStatus, type ServiceProgress, ServiceStatus, WaitKind, Workload } from '@ferry/contracts';
import { catalogueEntry } from '@ferry/domain';
import { formatSpan } from '../../../format/dates';
import { formatBytes, formatCount } from '../../../format/numbers';
import { formatRange } from '../../../format/ranges';
import type { IconName } from '../../../ui/icon/icons';
import type { Tone } from '../../../ui/tone';
import { expectedItems, settledItems, settledRatio } from '../../labels/item-progress';
import { isValidating } from '../../labels/person-phase';
import { SERVICE_STATUS_FACES } from '../../labels/service-status-faces';
import { WAIT_FACES, waitText } from '../../labels/wait-labels';

/** What is true now of one workload of one person. */
export interface ServiceCell {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly text: string;
  /** The bar below the text; null for none. */
  readonly ratio: number | null;
  /** The whole story, on hover. */
  readonly title: string;
}

/** A cell, or null for a dash: nothing has happened, and nothing is about to. */
export function serviceCell(progress: ServiceProgress, job: JobStatus, now: Date): ServiceCell | null {
  const { tone, icon, label } = SERVICE_STATUS_FACES[progress.status];
  const cell = (text: string, more: Partial<ServiceCell> = {}): ServiceCell => ({
    tone,
    icon,
    text,
    ratio: null,
    title: progress.message === '' ? label : `${label}: ${progress.message}`,
    ...more,
  });
  if (progress.heldDateTime !== null) {
    const text = `${formatCount(progress.skipped)} left out · decide`;
    return cell(text, { tone: 'warn', icon: 'alert-triangle', title: progress.message });
  }
  switch (progress.status) {
    case ServiceStatus.NotStarted:
      return null;
    case ServiceStatus.Synced:
      return synced(progress, cell, now);
    case ServiceStatus.InProgress:
      return isValidating(job) ? cell('Checking') : moving(progress, cell, now);
    case ServiceStatus.Syncing:
    case ServiceStatus.Finalizing:
      return moving(progress, cell, now);
    case ServiceStatus.Completed:
      return completed(progress, cell);
    case ServiceStatus.Invalid:
    case ServiceStatus.Error:
    case ServiceStatus.Failed:
      return cell(failureTitle(progress) ?? label, { title: failureMessage(progress) ?? label });
    case ServiceStatus.Valid:
    case ServiceStatus.Cancelled:
    case ServiceStatus.PendingCancel:
    case ServiceStatus.ForceComplete:
    case ServiceStatus.UnknownFutureValue:
      return cell(label);
  }
}

/** Whatever waits for the date waits as all others do; a mailbox says so, the rest is a dash. */
function synced({ service, waiting }: ServiceProgress, cell: Draw, now: Date): ServiceCell | null {
  if (service !== Workload.Exchange) return null;
  return cell(`Synced · ${waiting === null ? 'waits for cutover' : waitText(waiting, now)}`);
}

type Draw = (text: string, more?: Partial<ServiceCell>) => ServiceCell;

function moving(progress: ServiceProgress, cell: Draw, now: Date): ServiceCell {
  const { bytes, status, stuck, waiting, remaining } = progress;
  const { label } = SERVICE_STATUS_FACES[status];
  const settled = settledItems(progress);
  const expected = expectedItems(progress);
  const ratio = settledRatio(settled, expected);
  const why = waiting === null ? null : waitText(waiting, now);
  const left =
    remaining === null ? [] : [`It takes ${formatRange(remaining.likelySeconds, remaining.mostSeconds)} more.`];
  const title = [...(waiting === null ? [`${label}.`] : [WAIT_FACES[waiting.kind].sentence]), ...left].join(' ');
  if (stuck) {
    const text = ['Stuck', why ?? standsFor(progress, now)].join(' · ');
    const most = `It has not come further for much longer than others take. ${title}`;
    return cell(text, { tone: 'warn', icon: 'alert-triangle', ratio, title: most });
  }
  if (waiting !== null && why !== null && waiting.kind !== WaitKind.Queue) {
    const { tone, icon } = WAIT_FACES[waiting.kind];
    return cell(why.charAt(0).toUpperCase() + why.slice(1), { tone, icon, ratio, title });
  }
  if (ratio === null) return cell(label, { title });
  return cell(`${formatCount(settled)} / ${formatCount(expected)} · ${formatBytes(bytes)}`, { ratio, title });
}

function standsFor({ movedDateTime }: ServiceProgress, now: Date): string {
  return movedDateTime === null ? 'has not begun' : `for ${formatSpan(now.getTime() - movedDateTime.getTime())}`;
}

function completed(progress: ServiceProgress, cell: Draw): ServiceCell {
  const { skipped, failed, bytes } = progress;
  const lost = skipped + failed;
  if (lost === 0) return cell(`${formatCount(settledItems(progress))} · ${formatBytes(bytes)}`);
  const moved = `${formatCount(settledItems(progress) - lost)} / ${formatCount(settledItems(progress))}`;
  return cell(`${moved} · ${formatCount(lost)} left out`, { tone: 'warn', icon: 'alert-triangle' });
}

function failureTitle({ errors }: ServiceProgress): string | undefined {
  const code = errors[0]?.code;
  return code == null ? undefined : (catalogueEntry(code)?.title ?? code);
}

function failureMessage({ errors }: ServiceProgress): string | undefined {
  return errors[0] === undefined ? undefined : [errors[0].code, errors[0].message].filter(Boolean).join(': ');
}
