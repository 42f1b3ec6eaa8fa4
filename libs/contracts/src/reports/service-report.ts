import { IsArray, IsNumber, IsString, Min, ValidateNested } from 'class-validator';
import { GraphError } from '../jobs/graph-error';
import { ServiceStatus } from '../jobs/service-status';
import { Workload } from '../jobs/workload';
import { Describe } from '../members/describe';
import { EnumMember } from '../members/enum-member';
import { Nested } from '../members/nested';
import { Nullable } from '../members/optional';
import { FolderReport } from './folder-report';
import { PhasePeriod } from './phase-period';
import { ReportedItems } from './reported-items';
import { VerificationReport } from './verification-report';

/** One workload of one person in a report: `copied + alreadyThere + skipped + failed` is what has been settled. */
@Describe('One workload of one person in a report.')
export class ServiceReport extends ReportedItems {
  @Describe('The workload.')
  @EnumMember(Workload)
  service!: Workload;

  @Describe('Where it stands.')
  @EnumMember(ServiceStatus)
  status!: ServiceStatus;

  @Describe('What is said about it, in words; empty when there is nothing to say.')
  @IsString()
  message!: string;

  @Describe('What went wrong with the workload as a whole, in the words of the catalogue; empty when nothing did.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => GraphError)
  errors!: GraphError[];

  @Describe('Items settled for each second of work on them; null before any work. Waiting is no work.')
  @Nullable()
  @IsNumber()
  @Min(0)
  itemsPerSecond!: number | null;

  @Describe('Bytes written for each second of work; null before any work.')
  @Nullable()
  @IsNumber()
  @Min(0)
  bytesPerSecond!: number | null;

  @Describe('What it has passed through, in order.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => PhasePeriod)
  phases!: PhasePeriod[];

  @Describe('The last comparison of source and target; null when none was made.')
  @Nullable()
  @ValidateNested()
  @Nested(() => VerificationReport)
  verification!: VerificationReport | null;

  @Describe('Why a comparison that was asked for later could not be made; null when nothing kept it from being made.')
  @Nullable()
  @IsString()
  verificationProblem!: string | null;

  @Describe('Its folders, by their paths; empty before any of them was looked into.')
  @IsArray()
  @ValidateNested({ each: true })
  @Nested(() => FolderReport)
  folders!: FolderReport[];
}
