import type { ContainerVerification } from '@ferry/mover';

/** What a comparison of source and target of a run found, and when it was made. */
export interface RunVerification {
  readonly startedAt: Date;
  readonly madeAt: Date;
  readonly folders: readonly ContainerVerification[];
}
