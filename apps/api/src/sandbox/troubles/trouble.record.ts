import type { MigrationSide, SandboxPrerequisite, SandboxTroubleKind, Workload } from '@ferry/contracts';

/** Something that goes wrong because somebody wants it to; what a kind does not need is null. */
export interface TroubleRecord {
  readonly id: number;
  readonly kind: SandboxTroubleKind;
  /** Null for everybody of the tenant. */
  readonly personId: string | null;
  readonly service: Workload | null;
  readonly prerequisite: SandboxPrerequisite | null;
  readonly side: MigrationSide | null;
  readonly code: string | null;
  readonly parameters: readonly string[];
  readonly retryAfterSeconds: number | null;
  /** How often it happens; null for every time. */
  readonly times: number | null;
  readonly happened: number;
}

/** A trouble that is not stored yet. */
export type NewTrouble = Omit<TroubleRecord, 'id' | 'happened'>;
