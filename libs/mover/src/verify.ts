import type { ItemStore } from '@ferry/stores-spi';
import { pages } from './listing';

/** How many keys of each kind a verification names; their number is always given in full. */
const NAMED_KEYS = 100;

/** What a comparison of source and target needs. */
export interface VerifyInput {
  readonly source: ItemStore;
  readonly target: ItemStore;
  /** Keys that were skipped or failed: nobody expects them at the target. */
  readonly accepted: ReadonlySet<string>;
  /** Items per page of both listings. */
  readonly pageSize: number;
  readonly signal: AbortSignal;
}

/** Source and target, compared by listing both. */
export interface Verification {
  /** Distinct items at the source. */
  readonly atSource: number;
  /** Items at the target, in all its containers. */
  readonly atTarget: number;
  /** Items of the source that the target lacks, without the accepted ones. */
  readonly missingCount: number;
  /** Keys of the first 100 of them. */
  readonly missing: readonly string[];
  /** Items whose size differs between the two, without the accepted ones. */
  readonly sizeMismatchCount: number;
  /** Keys of the first 100 of them. */
  readonly sizeMismatch: readonly string[];
}

/**
 * Lists source and target, container by container, and says what is missing or has another size. Holds the keys and
 * sizes of one container of the target and the keys of the source in memory, never any content. Throws `StoreError` and
 * the reason of an aborted signal.
 */
export async function verify(input: VerifyInput): Promise<Verification> {
  const { source, target, accepted, pageSize, signal } = input;
  const targetPaths = new Set((await target.containers(signal)).map((container) => container.path));
  const seen = new Set<string>();
  const missing: string[] = [];
  const sizeMismatch: string[] = [];
  let atTarget = 0;
  let missingCount = 0;
  let sizeMismatchCount = 0;

  for (const { path } of await source.containers(signal)) {
    const there = targetPaths.delete(path) ? await sizesIn(target, path, pageSize, signal) : new Map<string, number>();
    atTarget += there.size;
    for await (const items of pages(source, path, pageSize, signal)) {
      for (const { key, size } of items) {
        if (seen.has(key)) continue;
        seen.add(key);
        if (accepted.has(key)) continue;
        const found = there.get(key);
        if (found === undefined && ++missingCount <= NAMED_KEYS) missing.push(key);
        if (found !== undefined && found !== size && ++sizeMismatchCount <= NAMED_KEYS) sizeMismatch.push(key);
      }
    }
  }
  for (const path of targetPaths) atTarget += (await sizesIn(target, path, pageSize, signal)).size;
  return { atSource: seen.size, atTarget, missingCount, missing, sizeMismatchCount, sizeMismatch };
}

async function sizesIn(
  store: ItemStore,
  container: string,
  pageSize: number,
  signal: AbortSignal,
): Promise<Map<string, number>> {
  const sizes = new Map<string, number>();
  for await (const items of pages(store, container, pageSize, signal)) {
    for (const { key, size } of items) sizes.set(key, size);
  }
  return sizes;
}
