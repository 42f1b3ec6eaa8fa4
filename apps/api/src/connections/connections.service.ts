import { type SetServiceConnections, Workload } from '@ferry/contracts';
import { Injectable } from '@nestjs/common';
import type { Orm } from '../database/database';
import type { StoredConnections } from './stored-connection';
import { bodyRefusal } from '../graph/body-fault';
import { HostPolicy } from '../hosts/host-policy';
import type { SecretHolder } from '../secrets/secret-place';
import { SecretsService } from '../secrets/secrets.service';
import { judgeConnection } from './connection-faults';

/** Connections that are to be kept, and what becomes of their secrets. */
export interface PreparedConnections {
  readonly stored: StoredConnections;
  /** What differs from before, as a record is changed by it: nothing where nothing was wanted. */
  readonly change: { readonly services?: StoredConnections };
  /** By workload, the secret that was given. */
  readonly given: ReadonlyMap<Workload, string>;
  /** Workloads whose secret is to be forgotten. */
  readonly forgotten: readonly Workload[];
}

/** The connections of a tenant or an endpoint: judged when they are registered, and kept without their secrets. */
@Injectable()
export class ConnectionsService {
  constructor(
    private readonly hosts: HostPolicy,
    private readonly secrets: SecretsService,
  ) {}

  /** What is to be kept after a change. @throws BadRequestError, BadArgumentError naming everything that is wrong */
  prepare(wanted: SetServiceConnections | undefined, before: StoredConnections): PreparedConnections {
    const exchange = wanted?.Exchange;
    if (exchange === undefined) return { stored: before, change: {}, given: new Map(), forgotten: [] };
    const { [Workload.Exchange]: was = null, ...others } = before;
    if (exchange === null) return { ...keeping(others), given: new Map(), forgotten: [Workload.Exchange] };
    const judged = judgeConnection(exchange, was, this.hosts, 'services.Exchange');
    if (!('stored' in judged)) throw bodyRefusal(judged.faults);
    const secret = exchange.auth.secret ?? null;
    return {
      ...keeping({ ...others, [Workload.Exchange]: judged.stored }),
      given: secret === null ? new Map() : new Map([[Workload.Exchange, secret]]),
      forgotten: secret === null && !judged.keepsSecret ? [Workload.Exchange] : [],
    };
  }

  /** Keeps and forgets the secrets of prepared connections, in the transaction that keeps these. */
  async saveSecrets(tx: Orm, tenantId: string, holder: SecretHolder, prepared: PreparedConnections): Promise<void> {
    await this.secrets.remove(tx, tenantId, holder, prepared.forgotten);
    await this.secrets.put(
      tx,
      [...prepared.given].map(([part, text]) => ({ tenantId, holder, part, text })),
    );
  }
}

function keeping(services: StoredConnections): Pick<PreparedConnections, 'stored' | 'change'> {
  return { stored: services, change: { services } };
}
