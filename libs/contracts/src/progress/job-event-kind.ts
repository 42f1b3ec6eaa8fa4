/** What an event of a job is about. Each event is of one kind. */
export enum JobEventKind {
  /** The job as a whole: `personId` is null. */
  Job = 'job',
  /** A whole person: `personId` is set, `service` is null. */
  Person = 'person',
  /** A workload of a person: both are set. */
  Workload = 'workload',
}
