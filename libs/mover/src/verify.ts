import type { ItemHeader, ItemStore } from '@ferry/stores-spi';
import { ContentSample, isSameContent } from './content-sample';
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
  /** Of how many items of each container the content is read on both sides and compared; 0 for none. */
  readonly samplePerContainer: number;
  readonly signal: AbortSignal;
}

/** What the comparison found in one container. */
export interface ContainerVerification {
  readonly path: string;
  /** Distinct items of the source that are expected at the target. */
  readonly compared: number;
  /** Items that the target has in it. */
  readonly atTarget: number;
  /** Compared items that the target lacks. */
  readonly missing: number;
  /** Compared items of another size. */
  readonly different: number;
  /** Items whose content was compared byte by byte. */
  readonly sampled: number;
  /** Those of them whose content differs. Nothing follows from it here: some targets rewrite what they take. */
  readonly sampledDifferent: number;
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
  /** The same by container: those of the source in its order, then those that only the target has. */
  readonly containers: readonly ContainerVerification[];
}

/**
 * Lists source and target, container by container, and says what is missing or has another size; a sample of each
 * container is read on both sides and compared by content. Holds the keys and sizes of one container of the target and the
 * keys of the source in memory, never the whole content of an item. Throws `StoreError` and the reason of an aborted signal.
 */
export async function verify(input: VerifyInput): Promise<Verification> {
  const { source, target, signal } = input;
  const targetPaths = new Set((await target.containers(signal)).map((container) => container.path));
  const found = { seen: new Set<string>(), missing: new Array<string>(), sizeMismatch: new Array<string>() };
  const containers: ContainerVerification[] = [];

  for (const { path } of await source.containers(signal)) {
    const there = targetPaths.delete(path) ? await listed(input, path) : NOTHING;
    containers.push(await compare(input, path, there, found));
  }
  for (const path of targetPaths) {
    const { sizes } = await listed({ ...input, samplePerContainer: 0 }, path);
    const nothing = { compared: 0, missing: 0, different: 0, sampled: 0, sampledDifferent: 0 };
    containers.push({ path, atTarget: sizes.size, ...nothing });
  }
  const sum = (count: (container: ContainerVerification) => number) =>
    containers.reduce((total, container) => total + count(container), 0);
  return {
    atSource: found.seen.size,
    atTarget: sum(({ atTarget }) => atTarget),
    missingCount: sum(({ missing }) => missing),
    missing: found.missing,
    sizeMismatchCount: sum(({ different }) => different),
    sizeMismatch: found.sizeMismatch,
    containers,
  };
}

/** What a container of the target holds. */
interface Listed {
  readonly sizes: ReadonlyMap<string, number>;
  readonly sample: ContentSample;
}

const NOTHING: Listed = { sizes: new Map(), sample: new ContentSample(0) };

/** What has been found so far, over all containers. */
interface Found {
  readonly seen: Set<string>;
  readonly missing: string[];
  readonly sizeMismatch: string[];
}

async function compare(
  { source, target, accepted, pageSize, signal }: VerifyInput,
  path: string,
  { sizes, sample }: Listed,
  found: Found,
): Promise<ContainerVerification> {
  const counts = { compared: 0, missing: 0, different: 0, sampled: 0, sampledDifferent: 0 };
  const sampled: (readonly [ItemHeader, ItemHeader])[] = [];
  for await (const items of pages(source, path, pageSize, signal)) {
    for (const item of items) {
      const { key, size } = item;
      if (found.seen.has(key)) continue;
      found.seen.add(key);
      if (accepted.has(key)) continue;
      counts.compared += 1;
      const there = sizes.get(key);
      if (there === undefined) {
        counts.missing += 1;
        if (found.missing.length < NAMED_KEYS) found.missing.push(key);
      } else if (there !== size) {
        counts.different += 1;
        if (found.sizeMismatch.length < NAMED_KEYS) found.sizeMismatch.push(key);
      } else {
        const copy = sample.find(key);
        if (copy) sampled.push([item, copy]);
      }
    }
  }
  for (const [item, copy] of sampled) {
    const same = await isSameContent([source, item], [target, copy], signal);
    if (same !== null) counts.sampled += 1;
    if (same === false) counts.sampledDifferent += 1;
  }
  return { path, atTarget: sizes.size, ...counts };
}

async function listed(
  { target, pageSize, samplePerContainer, signal }: VerifyInput,
  container: string,
): Promise<Listed> {
  const sizes = new Map<string, number>();
  const sample = new ContentSample(samplePerContainer);
  for await (const items of pages(target, container, pageSize, signal)) {
    for (const item of items) {
      sizes.set(item.key, item.size);
      sample.offer(item);
    }
  }
  return { sizes, sample };
}
