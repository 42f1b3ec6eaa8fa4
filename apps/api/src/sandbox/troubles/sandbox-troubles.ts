import { SandboxTroubleKind, type Workload } from '@ferry/contracts';
import type { CheckFacts } from '@ferry/domain';
import {
  type ItemStore,
  type StoreError,
  StoreRefusedError,
  StoreThrottledError,
  StoreUnavailableError,
} from '@ferry/stores-spi';
import { Injectable } from '@nestjs/common';
import { SANDBOX_TENANTS } from '../sandbox-directory';
import type { SandboxOwner } from '../sandbox-items.repository';
import { SandboxTroublesRepository } from './sandbox-troubles.repository';
import { errorOfTrouble } from './trouble-error';
import type { TroubleRecord } from './trouble.record';
import { befallsItems, TroubledTargetStore } from './troubled-target-store';
import { UNMET } from './unmet-prerequisites';

const WANTED = 'because somebody wants this to go wrong';

/** What a store says when it is opened in trouble; a kind that is not here befalls something else. */
const AT_OPENING: Partial<Record<SandboxTroubleKind, (trouble: TroubleRecord, service: Workload) => StoreError>> = {
  [SandboxTroubleKind.Disconnect]: () => new StoreUnavailableError(`The connection was lost, ${WANTED}.`),
  [SandboxTroubleKind.Throttle]: ({ retryAfterSeconds }) =>
    new StoreThrottledError(`The store asks to wait, ${WANTED}.`, retryAfterSeconds ?? 1, 'person'),
  [SandboxTroubleKind.Refuse]: (trouble, service) => {
    const { code, message } = errorOfTrouble(trouble, service);
    return new StoreRefusedError(`The store refused, ${WANTED}: ${message}`, code, trouble.parameters);
  },
};

/** Lets happen in the sandbox what somebody wants to go wrong; does nothing to tenants that are none of the sandbox. */
@Injectable()
export class SandboxTroubles {
  constructor(private readonly troubles: SandboxTroublesRepository) {}

  /**
   * What is to go wrong when the stores of a person are opened: throws the `StoreError` of the first trouble that is due,
   * once for each time that the stores are opened. What is left befalls items: {@link atTarget}.
   */
  async atOpening(owner: SandboxOwner): Promise<readonly TroubleRecord[]> {
    if (!isOfSandbox(owner.tenantId)) return [];
    const troubles = await this.troubles.ofStores(owner);
    for (const trouble of troubles) {
      const errorOf = AT_OPENING[trouble.kind];
      if (errorOf && (await this.troubles.happen(trouble.id, 1)) > 0) throw errorOf(trouble, owner.service);
    }
    return troubles.filter(befallsItems);
  }

  /** The target store with what is to go wrong with items. */
  atTarget(store: ItemStore, { service }: SandboxOwner, troubles: readonly TroubleRecord[]): ItemStore {
    if (troubles.length === 0) return store;
    return new TroubledTargetStore(store, service, troubles, ({ id }, items) => this.troubles.happen(id, items));
  }

  /** What the checks of some people see, without the prerequisites that somebody took away. */
  async withoutUnmet(
    tenantId: string,
    facts: ReadonlyMap<string, CheckFacts>,
  ): Promise<ReadonlyMap<string, CheckFacts>> {
    if (!isOfSandbox(tenantId)) return facts;
    const troubles = await this.troubles.unmet(tenantId);
    if (troubles.length === 0) return facts;
    return new Map([...facts].map(([personId, known]) => [personId, without(known, troublesOf(personId, troubles))]));
  }
}

function isOfSandbox(tenantId: string): boolean {
  return SANDBOX_TENANTS.some(({ id }) => id === tenantId);
}

function troublesOf(personId: string, troubles: readonly TroubleRecord[]): readonly TroubleRecord[] {
  return troubles.filter((trouble) => trouble.personId === null || trouble.personId === personId);
}

function without(facts: CheckFacts, troubles: readonly TroubleRecord[]): CheckFacts {
  return troubles.reduce(
    (seen, { prerequisite, side }) =>
      prerequisite === null || side === null ? seen : UNMET[prerequisite].without(seen, side),
    facts,
  );
}
