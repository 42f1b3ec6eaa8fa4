import { WaitKind, type WaitReason } from '@ferry/contracts';
import { formatSpan } from '../../format/dates';
import type { IconName } from '../../ui/icon/icons';
import type { Tone } from '../../ui/tone';

/** How a reason to wait looks: a few words for a cell, a sentence for whoever wants to know. */
export interface WaitFace {
  readonly label: string;
  readonly sentence: string;
  readonly tone: Tone;
  readonly icon: IconName;
}

const WAITS = { tone: 'wait', icon: 'clock' } as const;

export const WAIT_FACES: Readonly<Record<WaitKind, WaitFace>> = {
  [WaitKind.Date]: { ...WAITS, label: 'waits for cutover', sentence: 'The cutover date has not come.' },
  [WaitKind.Mailbox]: { ...WAITS, label: 'waits for mail', sentence: 'The mailbox of this person goes first.' },
  [WaitKind.Slot]: {
    ...WAITS,
    label: 'waits for a slot',
    sentence: 'As many workloads as allowed use the migration endpoint already.',
  },
  [WaitKind.Pace]: {
    ...WAITS,
    label: 'slowed down',
    sentence: 'The items a second that the migration endpoint allows are used up.',
  },
  [WaitKind.BackOff]: { ...WAITS, label: 'waits', sentence: 'One of the two sides asked to wait.' },
  [WaitKind.Retry]: { ...WAITS, label: 'retry', sentence: 'The connection was lost and is tried again.' },
  [WaitKind.Person]: {
    tone: 'warn',
    icon: 'alert-triangle',
    label: 'needs a decision',
    sentence: 'Somebody has to decide before it goes on.',
  },
  [WaitKind.Queue]: { ...WAITS, label: 'in the queue', sentence: 'It waits for its turn.' },
};

/** A wait that is shorter is over before anybody has read of it. */
const SHORTEST_TOLD_MS = 1_000;

/** "retry 3 of 9 in 28 s", "waits 28 s", "in the queue". */
export function waitText({ kind, untilDateTime, retry, retries }: WaitReason, now: Date): string {
  const { label } = WAIT_FACES[kind];
  const which = retry === null || retries === null ? label : `${label} ${retry} of ${retries}`;
  const left = untilDateTime === null ? 0 : untilDateTime.getTime() - now.getTime();
  if (left < SHORTEST_TOLD_MS || kind === WaitKind.Date) return which;
  const span = formatSpan(left);
  return kind === WaitKind.BackOff ? `${which} ${span}` : `${which} in ${span}`;
}
