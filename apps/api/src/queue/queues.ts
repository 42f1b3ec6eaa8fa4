import type { Queue as QueueSettings } from 'pg-boss';

/** A wake-up for a job: look at its row and do what comes next. */
export interface JobMessage {
  readonly jobId: string;
}

/** A wake-up for the checks of some people of a job. */
export interface ChecksMessage {
  readonly jobId: string;
  readonly personIds: readonly string[];
}

/** A wake-up for a workload run: look at its row and do its next slice. */
export interface RunMessage {
  readonly runId: number;
}

/** What each queue carries. */
export interface Messages {
  readonly 'job-steps': JobMessage;
  readonly 'job-cutovers': JobMessage;
  readonly 'person-checks': ChecksMessage;
  readonly 'workload-runs': RunMessage;
}

/** Names of the queues. */
export type QueueName = keyof Messages;

const EVERY_QUEUE = {
  // Tables outlive any number of failures; a message that gave up would leave its row to the reconciler.
  retryLimit: 1_000,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 60,
  // Nobody asks for messages that are done, and a migration leaves hundreds of them a second.
  deleteAfterSeconds: 60,
  notify: true,
} as const;

/**
 * How long a worker may be silent before its message goes to somebody else. Every `exclusive` queue needs it: while a
 * dead worker holds a message there, no second one can be sent.
 */
export const HEARTBEAT_SECONDS = 30;

/**
 * The one list of queues. `short` keeps one waiting message for each key, so a wake-up is never lost while its
 * predecessor is being handled; `exclusive` keeps one in all, because a run's next slice is sent in the transaction that
 * ends the one before.
 */
export const QUEUES: Readonly<Record<QueueName, Omit<QueueSettings, 'name'>>> = {
  'job-steps': { ...EVERY_QUEUE, policy: 'short', expireInSeconds: 300 },
  'job-cutovers': {
    ...EVERY_QUEUE,
    policy: 'short',
    expireInSeconds: 300,
    retentionSeconds: 31_536_000,
  },
  'person-checks': {
    ...EVERY_QUEUE,
    policy: 'exclusive',
    expireInSeconds: 600,
    heartbeatSeconds: HEARTBEAT_SECONDS,
  },
  'workload-runs': {
    ...EVERY_QUEUE,
    policy: 'exclusive',
    expireInSeconds: 900,
    heartbeatSeconds: HEARTBEAT_SECONDS,
  },
};

/** The names of all queues. */
export const QUEUE_NAMES = Object.keys(QUEUES) as QueueName[];
