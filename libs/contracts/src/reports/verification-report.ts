import { DateTimeOffset } from '../members/date-time-offset';
import { Describe } from '../members/describe';
import { VerificationCounts } from './verification-counts';

/** The last time that source and target of a workload of a person were compared, as a pass of its own. */
@Describe('The last comparison of source and target of a workload of a person.')
export class VerificationReport extends VerificationCounts {
  @Describe('When the comparison began.')
  @DateTimeOffset()
  startDateTime!: Date;

  @Describe('When the comparison was made.')
  @DateTimeOffset()
  endDateTime!: Date;
}
