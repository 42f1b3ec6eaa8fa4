import { ImportOutcome } from '@ferry/contracts';
import type { Face } from '../../jobs/labels/face';

/** What became of a row, as a pill; `future` is what a dry run says. */
export const OUTCOME_FACES: Readonly<Record<ImportOutcome, Face & { readonly future: string }>> = {
  [ImportOutcome.Created]: { label: 'Created', future: 'Would be created', tone: 'ok', icon: 'plus' },
  [ImportOutcome.Changed]: { label: 'Changed', future: 'Would change', tone: 'run', icon: 'pencil' },
  [ImportOutcome.Unchanged]: { label: 'Unchanged', future: 'Is so already', tone: 'idle', icon: 'check' },
  [ImportOutcome.Refused]: { label: 'Refused', future: 'Would be refused', tone: 'bad', icon: 'circle-x' },
};

/** The outcomes in the order of their counters: what needs a person first. */
export const OUTCOMES: readonly ImportOutcome[] = [
  ImportOutcome.Refused,
  ImportOutcome.Created,
  ImportOutcome.Changed,
  ImportOutcome.Unchanged,
];
