import { TenantKind } from '@ferry/contracts';
import type { ItemStore } from '@ferry/stores-spi';
import { Injectable } from '@nestjs/common';
import type { JobRecord, RunRecord } from '../jobs/job.record';
import { SandboxStores } from '../sandbox/sandbox-stores';
import { SandboxTroubles } from '../sandbox/troubles/sandbox-troubles';
import { TenantsRepository } from '../tenants/tenants.repository';

/** The two ends of a workload run. */
export interface StorePair {
  readonly source: ItemStore;
  readonly target: ItemStore;
}

/** A tenant of this kind cannot be read or written by this version. */
export class NoStoreError extends Error {
  readonly code = 'noStore';
}

/** The one list of stores: which kind of tenant is reached by which. */
@Injectable()
export class Stores {
  constructor(
    private readonly tenants: TenantsRepository,
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
    await this.requireSandbox(job.tenantId, job.sourceTenantId);
    return this.sandbox.source({ tenantId: job.sourceTenantId, targetTenantId: job.tenantId, personId, service });
  }

  /** Opens what a person has in a workload of a target tenant. */
  async target(tenantId: string, { personId, service }: Pick<RunRecord, 'personId' | 'service'>): Promise<ItemStore> {
    await this.requireSandbox(tenantId, tenantId);
    return this.sandbox.target({ tenantId, personId, service });
  }

  private async requireSandbox(knownBy: string, tenantId: string): Promise<void> {
    const tenant = await this.tenants.find(knownBy, tenantId);
    if (tenant?.kind !== TenantKind.Sandbox) throw new NoStoreError(`No store reads tenant ${tenantId}.`);
  }
}
