import { SandboxTroubleKind, type Workload } from '@ferry/contracts';
import type { ItemStore, NewItem, WriteOutcome } from '@ferry/stores-spi';
import { WrappedStore } from '../wrapped-store';
import { errorOfTrouble } from './trouble-error';
import type { TroubleRecord } from './trouble.record';

/** Notes that a trouble happens to so many items, and answers to how many it does. */
export type Happen = (trouble: TroubleRecord, items: number) => Promise<number>;

/** What becomes of an item: it is answered for without being written, or written as another one. */
type Befall = (item: NewItem, trouble: TroubleRecord, service: Workload) => WriteOutcome | NewItem;

const DISCLAIMER = new TextEncoder().encode('\nThis text was added on the way.');

/** What the kinds of trouble do to an item; a kind that is not here befalls the store as a whole. */
const BEFALLS: Partial<Record<SandboxTroubleKind, Befall>> = {
  [SandboxTroubleKind.FailItems]: ({ header: { key } }, trouble, service) => ({
    key,
    kind: 'failed',
    ...errorOfTrouble(trouble, service),
  }),
  [SandboxTroubleKind.SkipItems]: ({ header: { key } }, trouble, service) => ({
    key,
    kind: 'skipped',
    ...errorOfTrouble(trouble, service),
  }),
  [SandboxTroubleKind.LoseItems]: ({ header: { key, size } }) => ({ key, kind: 'written', bytes: size }),
  [SandboxTroubleKind.ChangeItems]: ({ header, content }) => ({
    header,
    content: {
      size: content.size + DISCLAIMER.byteLength,
      async *chunks() {
        yield* content.chunks();
        yield DISCLAIMER;
      },
    },
  }),
};

/** Whether a trouble befalls items, and not the store as a whole. */
export function befallsItems({ kind }: Pick<TroubleRecord, 'kind'>): boolean {
  return BEFALLS[kind] !== undefined;
}

/** A target store that does to items what somebody wants to go wrong with them. */
export class TroubledTargetStore extends WrappedStore {
  constructor(
    inner: ItemStore,
    private readonly service: Workload,
    private readonly troubles: readonly TroubleRecord[],
    private readonly happen: Happen,
  ) {
    super(inner);
  }

  override async write(
    container: string,
    items: readonly NewItem[],
    signal: AbortSignal,
  ): Promise<readonly WriteOutcome[]> {
    signal.throwIfAborted();
    const befallen = await this.befall(items);
    const written = befallen.filter((become) => 'header' in become);
    const outcomes = new Map(
      (await super.write(container, written, signal)).map((outcome) => [outcome.key, outcome] as const),
    );
    return befallen.flatMap((become) => ('header' in become ? (outcomes.get(become.header.key) ?? []) : become));
  }

  /** What each item becomes, in order. An item meets one trouble at most. */
  private async befall(items: readonly NewItem[]): Promise<readonly (WriteOutcome | NewItem)[]> {
    const become: (WriteOutcome | NewItem)[] = [];
    for (const trouble of this.troubles) {
      const left = items.slice(become.length);
      const often = left.length === 0 ? 0 : await this.happen(trouble, left.length);
      become.push(...left.slice(0, often).map((item) => BEFALLS[trouble.kind]?.(item, trouble, this.service) ?? item));
    }
    return [...become, ...items.slice(become.length)];
  }
}
