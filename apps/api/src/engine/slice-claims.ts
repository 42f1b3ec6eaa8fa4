import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { ServiceClock } from '../clock/service-clock';
import { GroupCommit } from './group-commit';
import { type ClaimedRun, SlicesRepository } from './slices.repository';

/** A run that somebody wants to work on, and whether they got it. */
interface Claim {
  readonly runId: number;
  readonly owner: string;
  claimed: ClaimedRun | null;
}

const MOST_TOGETHER = 100;

/** Takes runs for their next slices; those that are asked for at the same time in one statement. */
@Injectable()
export class SliceClaims {
  private readonly commits = new GroupCommit<Claim>((group) => this.claim(group), MOST_TOGETHER);

  constructor(
    private readonly slices: SlicesRepository,
    private readonly clock: ServiceClock,
  ) {}

  /** The next slice of a run under an owner of its own; null when there is nothing to do: it does not move, or it waits. */
  async take(runId: number): Promise<ClaimedRun | null> {
    const claim: Claim = { runId, owner: randomUUID(), claimed: null };
    await this.commits.add(claim);
    return claim.claimed;
  }

  private async claim(group: readonly Claim[]): Promise<void> {
    const owners = new Map(group.map(({ runId, owner }) => [runId, owner]));
    const claimed = await this.slices.claimAll(owners, this.clock.now());
    const byOwner = new Map(claimed.map((run) => [run.owner, run]));
    for (const claim of group) claim.claimed = byOwner.get(claim.owner) ?? null;
  }
}
