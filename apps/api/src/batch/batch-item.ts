import type { BatchMethod } from '@ferry/contracts';

/** A request of a batch that was found good, ready to be sent. */
export interface BatchItem {
  /** As the caller wrote it. */
  readonly id: string;
  readonly method: BatchMethod;
  /** Path and query, with the version of the batch. */
  readonly address: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined for a request without a body. */
  readonly payload: string | undefined;
  /** Ids of requests in the batch, in any letter case. No circle comes of them. */
  readonly dependsOn: readonly string[];
}
