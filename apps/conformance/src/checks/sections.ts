/** The parts of the suite, in the order in which they are run and printed. */
export const SECTIONS = {
  operations: 'Operations',
  addressing: 'Addressing',
  queries: 'Query options',
  answers: 'Answers',
  refusals: 'Refusals',
  callers: 'Callers',
  throttling: 'Throttling',
  batch: '$batch',
  metadata: '$metadata',
  lifecycle: 'Lifecycle',
  clients: 'Official clients',
} as const;

/** The name of a part, as ids begin and `--only` takes it. */
export type Section = keyof typeof SECTIONS;

/** Whether a word is the name of a part. */
export const isSection = (word: string): word is Section => Object.hasOwn(SECTIONS, word);
