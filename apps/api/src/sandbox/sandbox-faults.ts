import { setTimeout as delay } from 'node:timers/promises';
import { Workload } from '@ferry/contracts';
import { catalogueError } from '@ferry/domain';
import { StoreRefusedError, StoreThrottledError, StoreUnavailableError } from '@ferry/stores-spi';
import type { ItemContent, ItemHeader, ItemStore, NewItem, WriteOutcome } from '@ferry/stores-spi';
import type { PersonContent } from './content/person-content';
import { hashOf } from './content/random';
import { FABRIKAM_ID, type SeedPerson, TROUBLED } from './sandbox-directory';
import { WrappedStore } from './wrapped-store';

/** How long the throttled mailbox asks to be left alone, in seconds. */
export const RETRY_AFTER_SECONDS = 3;

/** How long the slow target takes for an item, in milliseconds. */
const SLOW_ITEM_MS = 20;

/** Of a hundred chat messages, how many the target refuses of the person who fails the quality gate. */
const REFUSED_PERCENT = 35;

const NOT_IMPORTED = catalogueError('ChatMessageNotImported', ['the import was refused']);

/** Notes a trouble that is to happen once; false when it has happened before, be it in another process. */
export type BeginFault = (name: string, occurrence: number) => Promise<boolean>;

/** The source store of a person with the trouble that the person has there; the store itself for everybody else. */
export function withSourceTrouble(
  store: ItemStore,
  of: { person: SeedPerson; service: Workload; content: PersonContent; beginFault: BeginFault },
): ItemStore {
  const { person, service, content, beginFault } = of;
  if (person.tenantId !== FABRIKAM_ID || service !== Workload.Exchange) return store;
  switch (person.number) {
    case TROUBLED.connectionDropsOnce:
      return new DroppingStore(store, keyAt(content, 0.5), beginFault);
    case TROUBLED.mailboxFailsForGood:
      return new RefusingStore(store, keyAt(content, 0.6));
    case TROUBLED.throttled:
      return new ThrottlingStore(store, [keyAt(content, 0.3), keyAt(content, 0.7)], beginFault);
    default:
      return store;
  }
}

/** The target store of a person with the trouble that the person has there; the store itself for everybody else. */
export function withTargetTrouble(store: ItemStore, person: SeedPerson, service: Workload): ItemStore {
  if (person.tenantId !== FABRIKAM_ID) return store;
  if (person.number === TROUBLED.failsTeamsQuality && service === Workload.Teams) return new RejectingStore(store);
  return person.number === TROUBLED.slow ? new SlowStore(store) : store;
}

/** Key of the item that so much of the content, from 0 to 1, lies before. */
function keyAt(content: PersonContent, share: number): string {
  const total = content.containers.reduce((sum, container) => sum + container.itemCount, 0);
  let index = Math.floor(total * share);
  for (const { path, itemCount } of content.containers) {
    if (index < itemCount) return content.key(path, index);
    index -= itemCount;
  }
  throw new RangeError('The share of the content is not below 1.');
}

class DroppingStore extends WrappedStore {
  constructor(
    inner: ItemStore,
    private readonly atKey: string,
    private readonly beginFault: BeginFault,
  ) {
    super(inner);
  }

  override async read(item: ItemHeader, signal: AbortSignal): Promise<ItemContent> {
    if (item.key === this.atKey && (await this.beginFault('connectionDropped', 1))) {
      throw new StoreUnavailableError('The connection to the source mailbox was lost.');
    }
    return super.read(item, signal);
  }
}

class RefusingStore extends WrappedStore {
  constructor(
    inner: ItemStore,
    private readonly atKey: string,
  ) {
    super(inner);
  }

  override async read(item: ItemHeader, signal: AbortSignal): Promise<ItemContent> {
    if (item.key === this.atKey) {
      throw new StoreRefusedError('The source mailbox cannot be read any further.', 'MIGR-003');
    }
    return super.read(item, signal);
  }
}

class ThrottlingStore extends WrappedStore {
  constructor(
    inner: ItemStore,
    private readonly atKeys: readonly string[],
    private readonly beginFault: BeginFault,
  ) {
    super(inner);
  }

  override async read(item: ItemHeader, signal: AbortSignal): Promise<ItemContent> {
    const occurrence = this.atKeys.indexOf(item.key) + 1;
    if (occurrence > 0 && (await this.beginFault('throttled', occurrence))) {
      throw new StoreThrottledError(
        'The source mailbox asks to be left alone for a while.',
        RETRY_AFTER_SECONDS,
        'person',
      );
    }
    return super.read(item, signal);
  }
}

class RejectingStore extends WrappedStore {
  override async write(
    container: string,
    items: readonly NewItem[],
    signal: AbortSignal,
  ): Promise<readonly WriteOutcome[]> {
    const taken = items.filter(({ header }) => !isRefused(header.key));
    const written = new Map((await super.write(container, taken, signal)).map((outcome) => [outcome.key, outcome]));
    return items.map(({ header: { key } }) => {
      return written.get(key) ?? { key, kind: 'failed', ...NOT_IMPORTED };
    });
  }
}

function isRefused(key: string): boolean {
  return hashOf(key) % 100 < REFUSED_PERCENT;
}

class SlowStore extends WrappedStore {
  override async write(
    container: string,
    items: readonly NewItem[],
    signal: AbortSignal,
  ): Promise<readonly WriteOutcome[]> {
    signal.throwIfAborted();
    try {
      await delay(items.length * SLOW_ITEM_MS, undefined, { signal });
    } catch (error) {
      // The timer rejects with an error of its own; whoever aborted gets their own reason back.
      signal.throwIfAborted();
      throw error;
    }
    return super.write(container, items, signal);
  }
}
