import { afterLostConnection, afterThrottling } from '@ferry/domain';
import { Injectable } from '@nestjs/common';
import type { Orm } from '../database/database';
import type { JobRecord } from '../jobs/job.record';
import { Log } from '../logging/log';
import { type Endpoint, endpointOf } from './endpoint';
import { EndpointsRepository } from './endpoints.repository';

/** What a slice met that concerns everybody who uses its endpoint, and when. */
export type EndpointTrouble =
  | { readonly kind: 'throttled'; readonly retryAfterSeconds: number; readonly at: Date }
  | { readonly kind: 'connectionLost'; readonly at: Date };

/** Lets endpoints rest. What is noted here is obeyed by every claim, in every process and after a restart. */
@Injectable()
export class EndpointTroubles {
  constructor(
    private readonly endpoints: EndpointsRepository,
    private readonly log: Log,
  ) {}

  /**
   * Notes troubles in the transaction that saves their slices; as its last step, because endpoints are locked by it, in
   * one order.
   */
  async noteAll(tx: Orm, met: readonly { job: JobRecord; trouble: EndpointTrouble }[]): Promise<void> {
    const troubles = met.map(({ job, trouble }) => ({ endpoint: endpointOf(job), trouble }));
    const nameOf = ({ tenantId, endpoint }: Endpoint): string => `${tenantId}/${endpoint}`;
    const inOrder = troubles.toSorted((one, other) => (nameOf(one.endpoint) < nameOf(other.endpoint) ? -1 : 1));
    for (const { endpoint, trouble } of inOrder) await this.note(tx, endpoint, trouble);
  }

  private async note(tx: Orm, endpoint: Endpoint, trouble: EndpointTrouble): Promise<void> {
    const before = await this.endpoints.lock(tx, endpoint);
    const after =
      trouble.kind === 'throttled'
        ? afterThrottling(before, trouble.at, trouble.retryAfterSeconds)
        : afterLostConnection(before, trouble.at);
    if (after === before) return;
    const reason =
      trouble.kind === 'throttled'
        ? `It asked to wait ${trouble.retryAfterSeconds} s.`
        : `It lost ${after.lostConnections} connections in a row.`;
    await this.endpoints.save(tx, endpoint, after, reason);
    if (after.restsUntil)
      this.log.warn('endpoint rests', { ...endpoint, until: after.restsUntil.toISOString(), reason });
  }
}
