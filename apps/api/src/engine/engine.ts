import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config';
import { reasonOf } from '../database/database-trouble';
import { Log } from '../logging/log';
import { Queue } from '../queue/queue';
import { ReportRetention } from '../reports/kept/report-retention';
import { ThroughputSampler } from '../throughput/throughput-sampler';
import { Checks } from './checks';
import { CONNECTION_TIERS } from './endpoints.repository';
import { JobSteps } from './job-steps';
import { KeptStores } from './kept-stores';
import { Reconciler } from './reconciler';
import { RunClaims } from './run-claims';
import { WorkloadSlices } from './workload-slices';

/** Wake-ups ride on transactions and are rarely missing; whoever misses one waits no longer than this. */
const RECONCILE_EVERY_MS = 15_000;

/** Connects the queues to what handles them, and keeps the reconciler going. */
@Injectable()
export class Engine implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;
  private drained: Promise<void> | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly queue: Queue,
    private readonly jobSteps: JobSteps,
    private readonly checks: Checks,
    private readonly slices: WorkloadSlices,
    private readonly claims: RunClaims,
    private readonly kept: KeptStores,
    private readonly reconciler: Reconciler,
    private readonly throughput: ThroughputSampler,
    private readonly retention: ReportRetention,
    private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.works) return;
    const { workerConcurrency, endpointConnections } = this.config;
    await this.queue.recover();
    await this.claims.begin();
    await this.queue.work('job-steps', { concurrency: 4 }, (message) => this.jobSteps.handle(message));
    await this.queue.work('job-cutovers', { concurrency: 4 }, (message) => this.jobSteps.handle(message));
    await this.queue.work('person-checks', { concurrency: 2 }, (message) => this.checks.handle(message));
    await this.queue.work(
      'workload-runs',
      {
        concurrency: workerConcurrency,
        groupConcurrency: connectionsOf(endpointConnections),
      },
      (message) => this.slices.handle(message),
    );
    await this.reconcile();
    this.timer = setInterval(() => void this.reconcile(), RECONCILE_EVERY_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.drain();
  }

  /**
   * Takes no more work. Slices end after the batch they are at; what does not end within the limit is handed back, so
   * that another process goes on at once.
   */
  drain(): Promise<void> {
    this.drained ??= this.drainOnce();
    return this.drained;
  }

  /** Sends missing wake-ups now, and removes what has expired; called after the clock was moved, too. Only a process that works looks for them. */
  async reconcile(): Promise<void> {
    if (!this.works || this.drained) return;
    try {
      // First, or what moved before the clock was moved would count with what is woken now.
      await this.throughput.look();
      await this.reconciler.reconcile();
      await this.retention.apply();
    } catch (error) {
      this.log.warn('reconciler', { error: reasonOf(error) });
    }
  }

  private get works(): boolean {
    return this.config.role !== 'api';
  }

  private async drainOnce(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    this.slices.stop();
    await this.queue.drain(this.config.stopSeconds * 1_000);
    await this.slices.handBack();
    await this.kept.close();
  }
}

/** How many messages of an endpoint are handed out: as many as the setting says, or as its own limit needs. */
function connectionsOf(usual: number): { default: number; tiers: Record<string, number> } {
  return { default: usual, tiers: Object.fromEntries(CONNECTION_TIERS.map((tier) => [String(tier), tier])) };
}
