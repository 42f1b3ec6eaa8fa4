import { WaitKind } from '@ferry/contracts';
import { isProbed } from '@ferry/domain';
import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Changes } from '../changes/changes';
import { ServiceClock } from '../clock/service-clock';
import { CONFIG, type Config } from '../config/config';
import { Database } from '../database/database';
import type { HeldMessage } from '../queue/message-loop';
import { Queue } from '../queue/queue';
import { endpointOf } from './endpoint';
import { EndpointsRepository } from './endpoints.repository';
import { GroupCommit } from './group-commit';
import { KeptStores } from './kept-stores';
import { type Obstacle, RunClaimsRepository, type Wait } from './run-claims.repository';
import { RunWakeUps } from './run-wake-ups';
import type { ClaimedRun } from './slices.repository';

/** A run that somebody wants to work on, and whether they got it. */
interface Claim {
  readonly runId: number;
  readonly turn: number | null;
  readonly owner: string;
  claimed: ClaimedRun | null;
}

const MOST_TOGETHER = 100;
/** How often a run reaches for a slot that was free when others reached for it, too. */
const MOST_ATTEMPTS = 3;
/** How soon a run asks again for a connection, in milliseconds. */
const SLOT_PAUSE_MS = 1_000;
/**
 * How soon a run asks again while another one tries an endpoint that lost its connections. Runs are spread over as long
 * again, because thousands may wait.
 */
const PROBE_PAUSE_MS = 5_000;

/**
 * Takes runs for their slices; those that are asked for at the same time in one statement. A run that its endpoint has no room for waits,
 * with the reason, and is woken again.
 */
@Injectable()
export class RunClaims {
  private readonly commits = new GroupCommit<Claim>((group) => this.claim(group), MOST_TOGETHER);

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly claims: RunClaimsRepository,
    private readonly endpoints: EndpointsRepository,
    private readonly kept: KeptStores,
    private readonly wakeUps: RunWakeUps,
    private readonly queue: Queue,
    private readonly changes: Changes,
    private readonly clock: ServiceClock,
  ) {}

  /** At start nobody is connected on a database that only this process uses; a crash may have left other word. */
  async begin(): Promise<void> {
    if (this.database.backend === 'pglite') await this.endpoints.giveBackAll();
  }

  /**
   * The run of a message, claimed for a new owner; `putOff` when its endpoint has no room for it, which ends the message;
   * null when there is nothing to do: it does not move, or it waits.
   */
  async take(message: HeldMessage<'workload-runs'>, attempt = 1): Promise<ClaimedRun | 'putOff' | null> {
    const claim: Claim = { runId: message.data.runId, turn: message.turn, owner: randomUUID(), claimed: null };
    await this.commits.add(claim);
    if (claim.claimed) return claim.claimed;
    const obstacle = await this.claims.obstacle(claim.runId, this.clock.now(), this.config.endpointConnections);
    if (!obstacle) {
      await this.endpoints.giveBackOfRun(claim.runId);
      return null;
    }
    if (obstacle.slots < obstacle.connections) {
      await this.endpoints.addSlots(endpointOf(obstacle.job), obstacle.connections);
      return this.take(message, attempt);
    }
    const isOpen = !isProbed(obstacle) && !this.rests(obstacle);
    if (isOpen && obstacle.free > 0 && attempt < MOST_ATTEMPTS) return this.take(message, attempt + 1);
    return (await this.putOff(message, obstacle)) ? 'putOff' : null;
  }

  private async claim(group: readonly Claim[]): Promise<void> {
    // Two loops may have fetched for the same slot: whose turn is earlier gets it.
    const inTurn = group.toSorted((one, other) => (one.turn ?? 0) - (other.turn ?? 0));
    const owners = new Map(inTurn.map(({ runId, owner }) => [runId, owner]));
    const { endpointConnections } = this.config;
    const keepers = this.kept.ownersOf(owners.keys());
    const claimed = await this.claims.claimAll(owners, this.clock.now(), endpointConnections, keepers);
    const byOwner = new Map(claimed.map((run) => [run.owner, run]));
    for (const claim of group) claim.claimed = byOwner.get(claim.owner) ?? null;
  }

  private async putOff(message: HeldMessage<'workload-runs'>, obstacle: Obstacle): Promise<boolean> {
    const { runId } = message.data;
    const { job, personId } = obstacle;
    return this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const wait = this.waitFor(obstacle, runId, now);
      if (!(await this.claims.putOff(tx, runId, wait, now))) return false;
      await this.queue.complete(tx, 'workload-runs', message);
      if (wait.waitReason === WaitKind.Slot && message.turn !== null) {
        await this.queue.forgetTurn(tx, 'workload-runs', message);
        await this.wakeUps.sendInTurn(tx, { job, runId, at: wait.until }, message.turn);
      } else await this.wakeUps.send(tx, job, [runId], wait.until);
      await this.changes.announce(tx, { jobId: job.id, tenantId: job.tenantId, personIds: [personId] });
      return true;
    });
  }

  private rests({ restsUntil }: Obstacle): boolean {
    return restsUntil !== null && restsUntil > this.clock.now();
  }

  private waitFor(obstacle: Obstacle, runId: number, now: Date): Wait {
    const { restsUntil, reason, lostConnections, connections } = obstacle;
    const soon = new Date(now.getTime() + SLOT_PAUSE_MS);
    if (restsUntil && restsUntil > now) {
      const until = restsUntil > soon ? restsUntil : soon;
      return { until, waitReason: WaitKind.BackOff, message: `The endpoint rests. ${reason}` };
    }
    if (isProbed(obstacle)) {
      const until = new Date(now.getTime() + PROBE_PAUSE_MS + (runId % 100) * (PROBE_PAUSE_MS / 100));
      const message = `The endpoint lost ${lostConnections} connections in a row; one run tries it first.`;
      return { until, waitReason: WaitKind.BackOff, message };
    }
    const message = `All ${connections} connections to the endpoint are in use.`;
    return { until: soon, waitReason: WaitKind.Slot, message };
  }
}
