import { ConnectionProtocol, type FolderPair, SourceDeletions, type Workload } from '@ferry/contracts';
import { type ItemStore, StoreRefusedError } from '@ferry/stores-spi';
import { Injectable } from '@nestjs/common';
import { hash } from 'node:crypto';
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
  readonly followsDeletions: boolean;
  /** What another slice can go on with; absent where nothing is connected to. */
  readonly connected?: ConnectedPair;
}

/** Stores over connections, as they were opened. */
export interface ConnectedPair {
  readonly source: ItemStore;
  readonly target: ItemStore;
  readonly followsDeletions: boolean;
  /** A digest of all that they were opened with: addresses, logins and secrets. */
  readonly version: string;
}

/** The source of a run, and which of its folders go to which of the target's. */
interface Source {
  readonly store: ItemStore;
  readonly pairs: readonly FolderPair[];
  readonly followsDeletions: boolean;
}

/** Who is moved, in which workload. */
type Moved = Pick<RunRecord, 'personId' | 'service'>;

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

  /**
   * Opens source and target of a run. Those that were kept are gone on with, as long as nothing has changed about how they are
   * reached; otherwise they are closed first.
   */
  async open(job: JobRecord, run: Moved, kept?: ConnectedPair): Promise<StorePair> {
    const owner = { tenantId: job.tenantId, personId: run.personId, service: run.service };
    const troubles = await this.troubles.atOpening(owner);
    const pair = await this.openAnew(job, run, kept);
    return { ...pair, target: this.troubles.atTarget(pair.target, owner, troubles) };
  }

  /** Opens the source of a run. */
  async source(job: JobRecord, run: Moved): Promise<ItemStore> {
    return this.sourceOver(await this.accessToSource(job, run), job, run).store;
  }

  /** Opens what a person has in a workload of a target tenant. */
  async target(tenantId: string, run: Moved): Promise<ItemStore> {
    return this.targetOver(await this.accessToTarget(tenantId, run), tenantId, run, null);
  }

  private async openAnew(job: JobRecord, run: Moved, kept: ConnectedPair | undefined): Promise<StorePair> {
    const toSource = await this.accessToSource(job, run);
    const toTarget = await this.accessToTarget(job.tenantId, run);
    const version = versionOf(toSource, toTarget);
    if (kept?.version === version) {
      kept.source.resume?.();
      kept.target.resume?.();
      const { source, target, followsDeletions } = kept;
      return { source, target, followsDeletions, connected: kept };
    }
    if (kept) await closePair(kept);
    const from = this.sourceOver(toSource, job, run);
    const { store: source, followsDeletions } = from;
    const opened = { source, target: this.targetOver(toTarget, job.tenantId, run, from), followsDeletions };
    const isConnected = toSource.over === 'connection' || toTarget.over === 'connection';
    return { ...opened, ...(isConnected ? { connected: { ...opened, version } } : {}) };
  }

  private accessToSource(job: JobRecord, { personId, service }: Moved): Promise<ServiceAccess> {
    return this.found(this.access.toSource(job, personId, service), service, personId);
  }

  private accessToTarget(tenantId: string, { personId, service }: Moved): Promise<ServiceAccess> {
    return this.found(this.access.toTarget(tenantId, personId, service), service, personId);
  }

  private sourceOver(access: ServiceAccess, job: JobRecord, { personId, service }: Moved): Source {
    if (access.over === 'connection') {
      const { protocol, folders: pairs, deletions } = access.connection;
      const followsDeletions = deletions === SourceDeletions.Follow;
      return { store: this.over[protocol].source(access), pairs, followsDeletions };
    }
    const person = { tenantId: job.sourceTenantId, targetTenantId: job.tenantId, personId };
    return { store: this.sandbox.source({ ...person, service }), pairs: [], followsDeletions: false };
  }

  /** The target, with its folders as they are at a source that may be known; what the source says of folders goes first. */
  private targetOver(access: ServiceAccess, tenantId: string, run: Moved, source: Source | null): ItemStore {
    const { personId, service } = run;
    if (access.over === 'sandbox') return this.sandbox.target({ tenantId, personId, service });
    const pairs = [...(source?.pairs ?? []), ...access.connection.folders];
    return this.over[access.connection.protocol].target(access, source?.store ?? null, pairs);
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

function versionOf(...accesses: readonly ServiceAccess[]): string {
  return hash('sha256', JSON.stringify(accesses), 'base64');
}

/** Closes both stores of a run. Never throws. */
export async function closePair({ source, target }: Pick<StorePair, 'source' | 'target'>): Promise<void> {
  await Promise.all([source.close(), target.close()]);
}
