import { DestroyRef, inject, Service, signal } from '@angular/core';
import { API_ROUTES, type AttentionAction, type CrossTenantMigrationJob, type Overview } from '@ferry/contracts';
import { ServiceClock } from '../../clock/service-clock';
import { type ServiceError, toServiceError } from '../../http/service-error';
import { JobsApi } from '../../jobs/data/jobs-api';
import { LiveConnection } from '../../live/live-connection';
import { OverviewApi } from './overview-api';

/** A migration changes something many times a second; nobody reads more often than this. */
const BETWEEN_READS_MILLISECONDS = 2_000;
/** What stands still makes no change, and only a look tells that it is stuck. */
const LOOK_MILLISECONDS = 30_000;

/** The overview, read anew whenever a job changes. */
@Service({ autoProvided: false })
export class OverviewStore {
  private readonly api = inject(OverviewApi);
  private readonly jobs = inject(JobsApi);
  private readonly clock = inject(ServiceClock);
  private readonly latest = signal<Overview | null>(null);
  private readonly failure = signal<ServiceError | null>(null);
  private readonly refusal = signal<ServiceError | null>(null);
  private readonly underWay = signal<string | null>(null);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private reading = false;
  private outdated = false;
  private lastRead = -Infinity;
  private readonly live = new LiveConnection<CrossTenantMigrationJob>(`/${API_ROUTES.jobChanges}`, {
    opened: () => this.catchUp(),
    message: () => this.readSoon(),
    deleted: () => this.readSoon(),
    missed: () => this.readSoon(),
  });

  readonly overview = this.latest.asReadonly();
  /** Why it could not be read. */
  readonly error = this.failure.asReadonly();
  /** Why the last action did not happen. */
  readonly actionError = this.refusal.asReadonly();
  /** The job that is being asked for something. */
  readonly busy = this.underWay.asReadonly();

  constructor() {
    void this.read();
    const looks = setInterval(() => {
      if (this.live.state() === 'live' && (this.latest()?.running.length ?? 0) > 0) this.readSoon();
    }, LOOK_MILLISECONDS);
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.timer);
      clearInterval(looks);
    });
  }

  /** Asks a job for what helps it; what it leads to arrives with the next overview. */
  async act(jobId: string, action: Exclude<AttentionAction, AttentionAction.Open>): Promise<void> {
    if (this.underWay() !== null) return;
    this.underWay.set(jobId);
    this.refusal.set(null);
    try {
      await this.jobs.act(jobId, action);
      await this.read();
    } catch (error) {
      this.refusal.set(toServiceError(error));
    } finally {
      this.underWay.set(null);
    }
  }

  async read(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.outdated = this.reading;
    if (this.reading) return;
    this.reading = true;
    this.lastRead = performance.now();
    try {
      const overview = await this.api.read();
      this.clock.observe(overview.dateTime);
      this.latest.set(overview);
      this.failure.set(null);
    } catch (error) {
      this.failure.set(toServiceError(error));
    } finally {
      this.reading = false;
    }
    if (this.outdated) this.readSoon();
  }

  /** The stream stands again; the first time what is there has just been asked for. */
  private catchUp(): void {
    if (this.latest() !== null || this.failure() !== null) this.readSoon();
  }

  private readSoon(): void {
    if (this.reading) this.outdated = true;
    else this.timer ??= setTimeout(() => void this.read(), this.untilNextRead());
  }

  private untilNextRead(): number {
    return Math.max(0, this.lastRead + BETWEEN_READS_MILLISECONDS - performance.now());
  }
}
