import type { PersonReport, ReportHead } from '@ferry/contracts';

/** A report that is read person by person, so that nobody has to hold all people at once. */
export interface Report {
  readonly head: ReportHead;
  /** The people in their order. May be read once; throws in the middle when the job is removed meanwhile. */
  readonly people: () => AsyncIterable<PersonReport>;
}

/** A person of a report, and the place among the people of the job. */
export interface PlacedPerson {
  readonly position: number;
  readonly person: PersonReport;
}
