import { type Attention, AttentionAction, AttentionKind, JobStatus } from '@ferry/contracts';
import { formatMoment, formatSpan } from '../../format/dates';
import { formatQuantity } from '../../format/numbers';

/** Who looks, and when. */
export interface Reader {
  readonly now: Date;
  /** User principal name. */
  readonly actor: string | null;
  readonly canWrite: boolean;
}

const people = (count: number) => formatQuantity(count, 'person', 'people');

/** "Ann Lee", "Ann Lee and 2 more", "3 people" where no name is known. */
function whoOf({ people: count, examples: [first] }: Attention): string {
  const name = first?.displayName ?? null;
  if (name === null) return people(count);
  return count === 1 ? name : `${name} and ${count - 1} more`;
}

function dueOf({ dueDateTime }: Attention, { now }: Reader): { passed: boolean; span: string; moment: string } {
  const due = dueDateTime ?? now;
  const passed = due <= now;
  return { passed, span: formatSpan(due.getTime() - now.getTime()), moment: formatMoment(due, now) };
}

type Sentence = (attention: Attention, reader: Reader) => string;

/** What a row says, for each reason; the name of the job stands before it. */
export const ATTENTION_SENTENCES: Readonly<Record<AttentionKind, Sentence>> = {
  [AttentionKind.Failed]: ({ job, people: count }) => {
    if (count === 0) return job.message ?? 'The job failed';
    return `${people(count)} ${job.status === JobStatus.ValidateFailed ? 'did not pass validation' : 'failed'}`;
  },
  [AttentionKind.SkippedItems]: (attention) => {
    const items = formatQuantity(attention.skippedItems, 'item', 'items');
    const waits = attention.people === 1 ? 'waits' : 'wait';
    return `${whoOf(attention)} ${waits} for a decision: the target does not take ${items}`;
  },
  [AttentionKind.Stuck]: (attention) => `${whoOf(attention)} stopped coming further, unlike the others`,
  [AttentionKind.Approval]: (attention, reader) => {
    const { job } = attention;
    const cutover = `cutover not before ${dueOf(attention, reader).moment}`;
    if (job.createdBy === reader.actor) return `waits for somebody else than you to approve it; ${cutover}`;
    return `${job.createdBy} asks for approval; ${cutover}`;
  },
  [AttentionKind.ValidationExpiry]: (attention, reader) => {
    const { passed, span } = dueOf(attention, reader);
    if (passed) return `the validation expired ${span} ago; everybody has to be checked again`;
    return `the validation expires in ${span}; after that everybody has to be checked again`;
  },
  [AttentionKind.Cutover]: (attention, reader) => {
    const { passed, span } = dueOf(attention, reader);
    const missing = attention.action === AttentionAction.Migrate ? 'nobody has started it' : 'nobody has checked it';
    return passed ? `the cutover date passed ${span} ago, and ${missing}` : `the cutover is in ${span}, and ${missing}`;
  },
};

/** "34 jobs ended with people who failed; the newest are shown." */
export function failedText(jobs: number): string {
  return `${formatQuantity(jobs, 'job', 'jobs')} ended with people who failed; the newest are shown.`;
}

/** "and 4 more people". */
export function othersText(count: number): string {
  return `and ${formatQuantity(count, 'more person', 'more people')}`;
}

/** "and 1 more cause". */
export function moreCausesText(count: number): string {
  return `and ${formatQuantity(count, 'more cause', 'more causes')}`;
}

/** What the button of a row says. */
export const ATTENTION_BUTTONS: Readonly<Record<AttentionKind, string>> = {
  [AttentionKind.Failed]: 'Open failures',
  [AttentionKind.SkippedItems]: 'Decide',
  [AttentionKind.Stuck]: 'Look',
  [AttentionKind.Approval]: 'Review',
  [AttentionKind.ValidationExpiry]: 'Open',
  [AttentionKind.Cutover]: 'Open',
};

/** What it says where it asks the job for something. */
export const ACTION_BUTTONS: Readonly<Record<Exclude<AttentionAction, AttentionAction.Open>, string>> = {
  [AttentionAction.Validate]: 'Validate',
  [AttentionAction.Migrate]: 'Migrate',
};

/** Asked before a migration begins. */
export const MIGRATE_QUESTION = {
  heading: (job: string) => `Migrate ${job}?`,
  text: (moment: string) =>
    `The content of everybody who is valid is copied now; people keep working. Nobody is cut over before ${moment}.`,
  confirm: 'Migrate',
  keep: 'Not now',
} as const;
