import type { JobStatus, JobType, ServiceStatus, WaitKind, Workload } from '@ferry/contracts';
import type { Checkpoint } from '@ferry/mover';
import type { CatalogueCode, JobSituation } from '@ferry/domain';

/** A job as the engine thinks of it: the row with its words typed, without the people, of whom there may be thousands. */
export interface JobRecord extends JobSituation {
  readonly id: string;
  readonly tenantId: string;
  readonly displayName: string;
  readonly jobType: JobType;
  readonly createdAs: JobType | null;
  readonly sourceTenantId: string;
  readonly completeAfter: Date;
  readonly status: JobStatus;
  readonly message: string;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly updatedAt: Date;
  readonly sourceEndpoint: string | null;
  readonly targetDeliveryDomain: string | null;
  readonly workloads: Workload[];
  readonly attempt: number;
  readonly skippedItemsAllowed: number | null;
  readonly validatedAt: Date | null;
  readonly migrationStartedAt: Date | null;
  readonly cutoverStartedAt: Date | null;
  readonly finishedAt: Date | null;
}

/** A job with the ids of everybody in it, in the order in which they came. */
export interface JobWithResources extends JobRecord {
  readonly resources: string[];
}

/** What a transition may change beside status and message. */
export type JobPatch = Partial<
  Pick<
    JobRecord,
    'jobType' | 'attempt' | 'validatedAt' | 'migrationStartedAt' | 'cutoverStartedAt' | 'finishedAt' | 'completeAfter'
  >
>;

/** An error of a workload as it is stored and shown: nothing but what the catalogue explains. */
export interface RunError {
  readonly code: CatalogueCode;
  readonly message: string;
}

/** One workload of one person as the service thinks of it. */
export interface RunRecord {
  readonly id: number;
  readonly jobId: string;
  readonly personId: string;
  readonly service: Workload;
  readonly status: ServiceStatus;
  readonly message: string;
  readonly errors: RunError[];
  readonly attempt: number;
  readonly phase: RunPhase | null;
  readonly checkpoint: Checkpoint | null;
  readonly failures: number;
  readonly waitsUntil: Date | null;
  readonly heldAt: Date | null;
  readonly acceptedSkipped: number;
  readonly expected: number;
  readonly copied: number;
  readonly alreadyThere: number;
  readonly skipped: number;
  readonly failed: number;
  readonly bytes: number;
  readonly lost: number;
  readonly waitReason: WaitKind | null;
  readonly owner: string | null;
  readonly movedAt: Date | null;
  readonly longestStepMs: number;
  readonly workedMs: number;
  readonly verificationStartedAt: Date | null;
  readonly verifiedAt: Date | null;
  readonly verificationProblem: string | null;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly updatedAt: Date;
}

/** What the next slice of a run does; `recheck` compares one that has ended once more. */
export type RunPhase = 'copy' | 'verify' | 'recheck';
