/** The words of a request that failed, beside what the service says itself. */
export const FAILURE_NOTICE_TEXTS = {
  byItself: 'This page goes on by itself as soon as the service answers.',
  pausedUntil: (time: string) => `Paused until ${time}, as the service asks. Then this page goes on by itself.`,
  request: 'request',
  retry: 'Try again',
} as const;
