import { type ServiceProgress, WaitKind } from '@ferry/contracts';
import { printedDate } from '../print/printable';

const WORDS: Readonly<Record<WaitKind, string>> = {
  [WaitKind.Date]: 'the cutover date',
  [WaitKind.Mailbox]: 'the mailbox',
  [WaitKind.Slot]: 'a slot of the endpoint',
  [WaitKind.Pace]: 'the limit of items a second',
  [WaitKind.BackOff]: 'as long as a store asked',
  [WaitKind.Retry]: 'retry',
  [WaitKind.Person]: 'a decision',
  [WaitKind.Queue]: 'its turn',
};

/** What is no news: it happens to everybody, in the order of things. */
const USUAL: ReadonlySet<WaitKind> = new Set([
  WaitKind.Date,
  WaitKind.Mailbox,
  WaitKind.Slot,
  WaitKind.Pace,
  WaitKind.Queue,
]);

/** "stuck, waits for retry 3 of 9 until 2026-11-27 18:00:00Z"; null where everything goes as it should. */
export function waitWords({ stuck, waiting }: Pick<ServiceProgress, 'stuck' | 'waiting'>): string | null {
  if (!stuck && (waiting === null || USUAL.has(waiting.kind))) return null;
  const mark = stuck ? ['stuck'] : [];
  if (waiting === null) return mark.join();
  const { kind, untilDateTime, retry, retries } = waiting;
  const which = retry === null || retries === null ? '' : ` ${retry} of ${retries}`;
  const until = untilDateTime === null ? '' : ` until ${printedDate(untilDateTime)}`;
  return [...mark, `waits for ${WORDS[kind]}${which}${until}`].join(', ');
}
