import { fillTemplate } from '../errors/message-template';

/** How many were tried and how many arrived. */
export interface ImportedOf {
  attempted: number;
  imported: number;
}

/** What became of the chats of one person; content that is known to be unsupported is counted nowhere. */
export interface TeamsFigures {
  /** Object id in the target tenant. */
  personId: string;
  messages: ImportedOf;
  threads: ImportedOf;
  /** Ties the sentence to the run that produced it. */
  requestId: string;
  jobId: string;
}

/** The verdict and the published sentence with the figures. */
export interface TeamsQuality {
  passed: boolean;
  message: string;
}

/** Percent that must arrive (contract page 3.8). */
const THRESHOLDS = { messages: 80, threads: 90 } as const;

const COMPLETED = 'Teams migration for user {0} completed.';
const FAILED = 'Teams migration for user {0} failed a quality threshold.';
const MESSAGES = '{1}/{2} ({3}%) messages imported successfully';
const THREADS = '{5}/{6} ({7}%) threads imported successfully';
const REST = 'Request Id: {9}. Batch Id: {10}. To understand these figures, refer to migration documentation.';

/** Integers only: 80 of 100 reaches 80 %, whatever 80 / 100 is in binary fractions. */
function reaches({ attempted, imported }: ImportedOf, threshold: number): boolean {
  return imported * 100 >= attempted * threshold;
}

/** One decimal at most, rounded down, so that a missed threshold never reads as a reached one. */
function percent({ attempted, imported }: ImportedOf): string {
  return String(attempted === 0 ? 100 : Math.floor((imported * 1000) / attempted) / 10);
}

/**
 * Judges the chats of one person: more than 20 % of the messages or more than 10 % of the threads lost is a failure;
 * nothing attempted is nothing lost (contract page 3.8). The sentence is the published one, except that a figure which
 * reaches its threshold is marked so although the other one fails.
 */
export function teamsQuality(figures: TeamsFigures): TeamsQuality {
  const { messages, threads } = figures;
  const enoughMessages = reaches(messages, THRESHOLDS.messages);
  const enoughThreads = reaches(threads, THRESHOLDS.threads);
  const passed = enoughMessages && enoughThreads;
  const template = [
    passed ? COMPLETED : FAILED,
    `${MESSAGES} ${enoughMessages ? '(>= {4}% threshold)' : '(< {4}% threshold)'}.`,
    // The published failure text has no space here.
    `${THREADS} ${enoughThreads ? '(>= {8}% threshold)' : '(<{8}% threshold)'}.`,
    REST,
  ].join(' ');
  const params = [
    figures.personId,
    ...[messages.imported, messages.attempted].map(String),
    percent(messages),
    String(THRESHOLDS.messages),
    ...[threads.imported, threads.attempted].map(String),
    percent(threads),
    String(THRESHOLDS.threads),
    figures.requestId,
    figures.jobId,
  ];
  return { passed, message: fillTemplate(template, params) };
}
