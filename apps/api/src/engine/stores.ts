import { ConnectionProtocol, type FolderPair, SourceDeletions, type Workload } from '@ferry/contracts';
import { type ItemStore, StoreRefusedError } from '@ferry/stores-spi';
import { Injectable } from '@nestjs/common';
import { AccessService } from '../access/access.service';
import { AccessMissingError, type ServiceAccess } from '../access/service-access';
import { ImapStores } from '../imap/imap-stores';
import type { JobRecord, RunRecord } from '../jobs/job.record';
import { SandboxStores } from '../sandbox/sandbox-stores';
import { SandboxTroubles } from '../sandbox/troubles/sandbox-troubles';

/** The two ends of a workload run. */
export interface StorePair {
  readonly source: ItemStore;
  readonly target: ItemStore;
  /** Whether what was deleted at the source is deleted at the target, too. */
  readonly followsDeletions?: boolean;
}

/** The source of a run, and which of its folders go to which of the target's. */
interface Source {
  readonly store: ItemStore;
  readonly pairs: readonly FolderPair[];
  readonly followsDeletions: boolean;
}

/** The one list of stores: which tenant is reached by which, over a connection or in the sandbox. */
@Injectable()
export class Stores {
  private readonly over: Readonly<Record<ConnectionProtocol, ImapStores>>;

  constructor(
    private readonly access: AccessService,
    imap: ImapStores,
    private readonly sandbox: SandboxStores,
    private readonly troubles: SandboxTroubles,
  ) {
    this.over = { [ConnectionProtocol.Imap]: imap };
  }

  /** Opens source and target of a run. */
  async open(job: JobRecord, run: Pick<RunRecord, 'personId' | 'service'>): Promise<StorePair> {
    const owner = { tenantId: job.tenantId, personId: run.personId, service: run.service };
    const troubles = await this.troubles.atOpening(owner);
    const source = await this.sourceOf(job, run);
    const target = await this.targetLike(job.tenantId, run, source);
    const { store, followsDeletions } = source;
    return { source: store, target: this.troubles.atTarget(target, owner, troubles), followsDeletions };
  }

  /** Opens the source of a run. */
  async source(job: JobRecord, run: Pick<RunRecord, 'personId' | 'service'>): Promise<ItemStore> {
    const { store } = await this.sourceOf(job, run);
    return store;
  }

  /** Opens what a person has in a workload of a target tenant. */
  async target(tenantId: string, run: Pick<RunRecord, 'personId' | 'service'>): Promise<ItemStore> {
    return this.targetLike(tenantId, run, null);
  }

  private async sourceOf(
    job: JobRecord,
    { personId, service }: Pick<RunRecord, 'personId' | 'service'>,
  ): Promise<Source> {
    const access = await this.found(this.access.toSource(job, personId, service), service, personId);
    if (access.over === 'connection') {
      const { protocol, folders: pairs, deletions } = access.connection;
      const followsDeletions = deletions === SourceDeletions.Follow;
      return { store: this.over[protocol].source(access), pairs, followsDeletions };
    }
    const store = this.sandbox.source({
      tenantId: job.sourceTenantId,
      targetTenantId: job.tenantId,
      personId,
      service,
    });
    return { store, pairs: [], followsDeletions: false };
  }

  /** The target, with its folders as they are at a source that may be known; what the source says of folders goes first. */
  private async targetLike(
    tenantId: string,
    { personId, service }: Pick<RunRecord, 'personId' | 'service'>,
    source: Source | null,
  ): Promise<ItemStore> {
    const access = await this.found(this.access.toTarget(tenantId, personId, service), service, personId);
    if (access.over === 'connection') {
      const pairs = [...(source?.pairs ?? []), ...access.connection.folders];
      return this.over[access.connection.protocol].target(access, source?.store ?? null, pairs);
    }
    return this.sandbox.target({ tenantId, personId, service });
  }

  /** What is missing stays missing: another attempt would find it so again. */
  private async found(access: Promise<ServiceAccess>, service: Workload, personId: string): Promise<ServiceAccess> {
    try {
      return await access;
    } catch (error) {
      if (!(error instanceof AccessMissingError)) throw error;
      const reason = `${error.message} ${error.remedy}`;
      throw new StoreRefusedError(reason, 'AccessDenied', [`${service} of ${personId}`, reason.replace(/\.$/, '')], {
        cause: error,
      });
    }
  }
}
