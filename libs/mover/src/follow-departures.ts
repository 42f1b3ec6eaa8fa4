import type { Container, ItemStore } from '@ferry/stores-spi';
import { pages } from './listing';

/** An item that a run has brought to the target. */
export interface Arrival {
  readonly key: string;
  readonly container: string;
  readonly recordedAt: Date;
}

/** What a run knows of the items that it has brought to the target. */
export interface ArrivalLedger {
  /** Containers of which items were written. */
  containers(): Promise<readonly string[]>;
  /** Items that were written into a container, without those that were there before. */
  written(container: string): Promise<readonly Arrival[]>;
  /** Items that have come to the target since the first pass, or were found there. */
  sinceFirstPass(): Promise<readonly Arrival[]>;
  /** Notes that items were taken away again. Throws `OwnershipLostError` when the run belongs to another worker by now. */
  removed(keys: readonly string[]): Promise<void>;
}

/** What a search for items that have left their place works with. */
export interface DeparturesInput {
  readonly source: ItemStore;
  readonly target: ItemStore;
  readonly ledger: ArrivalLedger;
  /** Whether items that were deleted at the source are taken away from the target. */
  readonly followsDeletions: boolean;
  /** Most headers of a page; at least 1. */
  readonly pageSize: number;
  readonly signal: AbortSignal;
}

/** How many items were taken from their place at the target, because they were moved or deleted at the source. */
export interface Departures {
  readonly moved: number;
  readonly deleted: number;
}

/** An item that the source does not list in its container any more. */
interface Departed extends Arrival {
  /** Whether the container is there, was listed as a whole, and still holds another item of the first pass. */
  readonly isProven: boolean;
}

/**
 * Brings the target to what has left its place at the source after a pass that is through. An item that the source holds in
 * another container now, and that has arrived there, is taken from its old place: it was moved. Any other one is taken away
 * only where deletions are followed, and only from a container that was listed as a whole and in which at least one other
 * item of the first pass is still known: a container that looks empty, or in which nothing is known any more, proves
 * nothing. Only what the run itself has written is ever taken away, and nothing from a target that cannot take away exactly
 * that. Throws `StoreError`, what the ledger throws, and the reason of an aborted signal.
 */
export async function followDepartures(input: DeparturesInput): Promise<Departures> {
  const { source, target } = input;
  if (!source.sameItem || !target.removeItems) return { moved: 0, deleted: 0 };
  const { departed, arrived } = await compare(input);
  const moved = await movedAmong(departed, arrived, input);
  const deleted = input.followsDeletions ? departed.filter((item) => item.isProven && !moved.has(item)) : [];
  return { moved: await remove([...moved], input), deleted: await remove(deleted, input) };
}

/** Which items have left their containers, and which of those that came later the source holds now. */
async function compare({ source, ledger, pageSize, signal }: DeparturesInput) {
  const late = new Map((await ledger.sinceFirstPass()).map((item) => [item.key, item]));
  const unlisted = new Set(await ledger.containers());
  const departed: Departed[] = [];
  const arrived: Arrival[] = [];
  for (const container of await source.containers(signal)) {
    const listed = new Set<string>();
    for await (const items of pages(source, container.path, pageSize, signal)) {
      for (const { key } of items) listed.add(key);
    }
    arrived.push(...[...listed].flatMap((key) => late.get(key) ?? []));
    if (!unlisted.delete(container.path) || !isWhole(container, listed)) continue;
    const written = await ledger.written(container.path);
    const gone = written.filter(({ key }) => !listed.has(key));
    const isProven = written.some(({ key }) => listed.has(key) && !late.has(key));
    departed.push(...gone.map((item) => ({ ...item, isProven })));
  }
  for (const path of unlisted) {
    departed.push(...(await ledger.written(path)).map((item) => ({ ...item, isProven: false })));
  }
  return { departed, arrived };
}

function isWhole({ itemCount }: Container, listed: ReadonlySet<string>): boolean {
  return itemCount !== null && listed.size >= itemCount;
}

/** Items that are in another container now, at the source and at the target. */
async function movedAmong(
  departed: readonly Departed[],
  arrived: readonly Arrival[],
  { source, target, signal }: DeparturesInput,
): Promise<Set<Departed>> {
  const sameItem = (key: string): string => source.sameItem?.(key) ?? key;
  const places = Map.groupBy(arrived, ({ key }) => sameItem(key));
  const moved = new Set<Departed>();
  for (const item of departed) {
    const candidates = places.get(sameItem(item.key)) ?? [];
    const index = candidates.findIndex(
      ({ container, recordedAt }) => container !== item.container && recordedAt > item.recordedAt,
    );
    const [place] = index < 0 ? [] : candidates.splice(index, 1);
    if (!place) continue;
    const found = await target.find(place.container, [place.key], signal);
    if (found.has(place.key)) moved.add(item);
  }
  return moved;
}

async function remove(items: readonly Arrival[], { target, ledger, signal }: DeparturesInput): Promise<number> {
  let removed = 0;
  for (const [container, of] of Map.groupBy(items, (item) => item.container)) {
    signal.throwIfAborted();
    const keys = of.map(({ key }) => key);
    const gone = [...((await target.removeItems?.(container, keys, signal)) ?? [])];
    if (gone.length > 0) await ledger.removed(gone);
    removed += gone.length;
  }
  return removed;
}
