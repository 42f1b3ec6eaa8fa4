import { type ItemStore, StoreRefusedError } from '@ferry/stores-spi';
import { Injectable } from '@nestjs/common';
import { AccessService } from '../access/access.service';
import { AccessMissingError, type ServiceAccess } from '../access/service-access';
import type { JobRecord, RunRecord } from '../jobs/job.record';
import { SandboxStores } from '../sandbox/sandbox-stores';
import { SandboxTroubles } from '../sandbox/troubles/sandbox-troubles';

/** The two ends of a workload run. */
export interface StorePair {
  readonly source: ItemStore;
  readonly target: ItemStore;
}

/** No store speaks the protocol of a connection. */
export class NoStoreError extends Error {
  readonly code = 'noStore';
}

/** The one list of stores: which tenant is reached by which, over a connection or in the sandbox. */
@Injectable()
export class Stores {
  constructor(
    private readonly access: AccessService,
    private readonly sandbox: SandboxStores,
    private readonly troubles: SandboxTroubles,
  ) {}

  /** Opens source and target of a run. */
  async open(job: JobRecord, run: Pick<RunRecord, 'personId' | 'service'>): Promise<StorePair> {
    const owner = { tenantId: job.tenantId, personId: run.personId, service: run.service };
    const troubles = await this.troubles.atOpening(owner);
    const source = await this.source(job, run);
    const target = await this.target(job.tenantId, run);
    return { source, target: this.troubles.atTarget(target, owner, troubles) };
  }

  /** Opens the source of a run. */
  async source(job: JobRecord, { personId, service }: Pick<RunRecord, 'personId' | 'service'>): Promise<ItemStore> {
    const access = await this.found(this.access.toSource(job, personId, service));
    if (access.over === 'connection') throw noStore(access);
    return this.sandbox.source({ tenantId: job.sourceTenantId, targetTenantId: job.tenantId, personId, service });
  }

  /** Opens what a person has in a workload of a target tenant. */
  async target(tenantId: string, { personId, service }: Pick<RunRecord, 'personId' | 'service'>): Promise<ItemStore> {
    const access = await this.found(this.access.toTarget(tenantId, personId, service));
    if (access.over === 'connection') throw noStore(access);
    return this.sandbox.target({ tenantId, personId, service });
  }

  /** What is missing stays missing: another attempt would find it so again. */
  private async found(access: Promise<ServiceAccess>): Promise<ServiceAccess> {
    try {
      return await access;
    } catch (error) {
      if (!(error instanceof AccessMissingError)) throw error;
      throw new StoreRefusedError(`${error.message} ${error.remedy}`, error.code, [], { cause: error });
    }
  }
}

function noStore({ connection }: Extract<ServiceAccess, { over: 'connection' }>): NoStoreError {
  return new NoStoreError(`No store speaks ${connection.protocol}.`);
}
