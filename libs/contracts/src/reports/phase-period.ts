import { DateTimeOffset } from '../members/date-time-offset';
import { Describe } from '../members/describe';
import { EnumMember } from '../members/enum-member';
import { Nullable } from '../members/optional';

/** What a workload of a person passes through, in its order. Only a mailbox has an initial sync. */
export enum ReportPhase {
  Validation = 'validation',
  InitialSync = 'initialSync',
  Cutover = 'cutover',
  Verification = 'verification',
}

/** From when until when a workload of a person was in a phase; after a retry, the last time that it was. */
@Describe('From when until when a workload of a person was in a phase, the last time that it was.')
export class PhasePeriod {
  @Describe('The phase.')
  @EnumMember(ReportPhase)
  phase!: ReportPhase;

  @Describe('When it began.')
  @DateTimeOffset()
  startDateTime!: Date;

  @Describe('When it ended; null while it goes on, or when something else ended it.')
  @Nullable()
  @DateTimeOffset()
  endDateTime!: Date | null;
}
