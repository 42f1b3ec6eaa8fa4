import { JobEventKind } from '@ferry/contracts';

/** The words of what narrows the events of a job. */
export const JOB_EVENTS_TEXTS = {
  filter: 'Which events',
  kind: 'What happened to',
  anything: 'Anything',
  kinds: {
    [JobEventKind.Job]: 'The job',
    [JobEventKind.Person]: 'People',
    [JobEventKind.Workload]: 'Workloads',
  } satisfies Record<JobEventKind, string>,
  about: 'Person',
  aboutHint: 'Name or address',
  actor: 'Who asked',
  actorHint: 'Name, or engine',
  clear: 'Show all events',
  none: 'Nothing has happened yet.',
  noMatch: 'No event is like this.',
  unreadable: 'The events cannot be read',
} as const;
