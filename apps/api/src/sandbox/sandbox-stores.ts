import { Injectable } from '@nestjs/common';
import type { Workload } from '@ferry/contracts';
import { type ItemStore, StoreRefusedError } from '@ferry/stores-spi';
import { ServiceClock } from '../clock/service-clock';
import { contentOf } from './content/sandbox-content';
import { CONTOSO_ID, sandboxPerson } from './sandbox-directory';
import { withSourceTrouble, withTargetTrouble } from './sandbox-faults';
import { SandboxItemsRepository } from './sandbox-items.repository';
import { SandboxSourceStore } from './sandbox-source-store';
import { SandboxTargetStore } from './sandbox-target-store';

/** Opens the stores of the people of the sandbox, with the troubles that some of them have. */
@Injectable()
export class SandboxStores {
  constructor(
    private readonly items: SandboxItemsRepository,
    private readonly clock: ServiceClock,
  ) {}

  /**
   * What a person of a target tenant has in the source tenant. Throws `StoreRefusedError` when the sandbox has no such
   * person, or nothing in that source tenant.
   */
  source(ref: { tenantId: string; targetTenantId: string; personId: string; service: Workload }): ItemStore {
    const { service } = ref;
    const person = ref.tenantId === CONTOSO_ID ? sandboxPerson(ref.targetTenantId, ref.personId) : undefined;
    if (!person) throw unknownPerson(ref.personId, ref.tenantId);
    const content = contentOf(person, service);
    const owner = { tenantId: person.tenantId, personId: person.id, service };
    return withSourceTrouble(new SandboxSourceStore(service, content), {
      person,
      service,
      content,
      beginFault: (name, occurrence) => this.items.beginFault(owner, name, occurrence, this.clock.now()),
    });
  }

  /** What a person has in a target tenant. Throws `StoreRefusedError` when the sandbox has no such person. */
  target(ref: { tenantId: string; personId: string; service: Workload }): ItemStore {
    const person = sandboxPerson(ref.tenantId, ref.personId);
    if (!person) throw unknownPerson(ref.personId, ref.tenantId);
    const owner = { tenantId: person.tenantId, personId: person.id, service: ref.service };
    return withTargetTrouble(new SandboxTargetStore(owner, this.items), person, ref.service);
  }
}

function unknownPerson(personId: string, tenantId: string): StoreRefusedError {
  const parameters = [`tenant ${tenantId}`, `the sandbox has nothing of person ${personId} there`];
  return new StoreRefusedError('The sandbox does not know the person.', 'AccessDenied', parameters);
}
