import { formatMoment } from '../../../format/dates';
import { formatQuantity } from '../../../format/numbers';
import type { IconName } from '../../../ui/icon/icons';
import type { JobSummary } from '@ferry/contracts';
import type { BulkAction, BulkLine } from '../../data/bulk-run';

/** The words of an action on many jobs. */
export interface BulkWords {
  readonly label: string;
  readonly icon: IconName;
  readonly danger: boolean;
  /** "Validate 3 jobs" */
  readonly confirm: (jobs: string) => string;
  readonly explanation: string;
}

export const BULK_WORDS: Readonly<Record<BulkAction, BulkWords>> = {
  validate: {
    label: 'Validate',
    icon: 'checklist',
    danger: false,
    confirm: (jobs) => `Validate ${jobs}`,
    explanation: 'Every person is checked. Nothing is copied.',
  },
  migrate: {
    label: 'Migrate',
    icon: 'player-play',
    danger: false,
    confirm: (jobs) => `Migrate ${jobs}`,
    explanation:
      'Mailboxes begin to sync at once; nobody is cut over before the date of the job. A job that ended with errors tries those again who failed.',
  },
  update: {
    label: 'Move date',
    icon: 'calendar-event',
    danger: false,
    confirm: (jobs) => `Move the date of ${jobs}`,
    explanation: 'Nothing cuts over before the new date. Mailboxes go on syncing until then.',
  },
  cancel: {
    label: 'Cancel jobs',
    icon: 'ban',
    danger: true,
    confirm: (jobs) => `Cancel ${jobs}`,
    explanation:
      'Their migrations stop. What was copied stays at the target, nothing at the source was changed, and a cancelled job cannot be started again.',
  },
  delete: {
    label: 'Delete',
    icon: 'trash',
    danger: true,
    confirm: (jobs) => `Delete ${jobs}`,
    explanation: 'The jobs go from the list. What was copied stays at the target, and their reports are kept.',
  },
};

export const BULK_TEXTS = {
  jobs: 'Jobs',
  allowed: 'Will be done',
  refused: 'Cannot be done now',
  nothing: 'None of the chosen jobs allows this now. The reasons stand beside them.',
  close: 'Close',
  cancel: 'Keep as they are',
  stop: 'Stop after this one',
  again: (jobs: string) => `Try ${jobs} again`,
  date: 'Cutover not before',
  past: 'This moment lies in the past.',
  incomplete: 'Give a date and a time.',
} as const;

export const LINE_LABELS: Readonly<Record<BulkLine['state'], string>> = {
  refused: 'Refused',
  ready: 'Ready',
  running: 'Under way',
  done: 'Done',
  failed: 'Failed',
};

/** "3 jobs". */
export function jobsText(count: number): string {
  return formatQuantity(count, 'job', 'jobs');
}

/** What will happen to a job, in a few words. */
export function consequence(action: BulkAction, { job, people }: JobSummary, date: Date | null, now: Date): string {
  const who = formatQuantity(people, 'person', 'people');
  switch (action) {
    case 'validate':
      return `checks ${who}`;
    case 'migrate':
      return `${who}, cutover not before ${formatMoment(job.completeAfterDateTime, now)}`;
    case 'update': {
      const from = formatMoment(job.completeAfterDateTime, now);
      return date === null ? `now ${from}` : `from ${from} to ${formatMoment(date, now)}`;
    }
    case 'cancel':
      return `stops for ${who}`;
    case 'delete':
      return `created by ${job.createdBy}, ${who}`;
  }
}
