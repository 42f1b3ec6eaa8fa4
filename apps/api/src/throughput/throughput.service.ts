import type { JobThroughput } from '@ferry/contracts';
import { isFinal, throughputInterval, throughputPoints, type ThroughputSpan } from '@ferry/domain';
import { Injectable } from '@nestjs/common';
import { ServiceClock } from '../clock/service-clock';
import type { JobRecord } from '../jobs/job.record';
import { ThroughputRepository } from './throughput.repository';

const MINUTE = 60_000;
/** A span must have a length, or there is no rate: a job may have moved its first items in this very moment. */
const SHORTEST = 1_000;

const NOTHING: JobThroughput = { intervalSeconds: MINUTE / 1_000, points: [] };

/** What jobs moved over time. */
@Injectable()
export class ThroughputService {
  constructor(
    private readonly throughput: ThroughputRepository,
    private readonly clock: ServiceClock,
  ) {}

  /** What a job has moved, from its samples and from what its runs say now. */
  async ofJob(job: JobRecord): Promise<JobThroughput> {
    // In this order: what a sample says in between is not more than the runs say, which are asked later.
    const first = await this.throughput.firstMinute(job.id);
    const span = this.spanOf(job, first, await this.lastMoves(job.id));
    if (span === null) return NOTHING;
    const interval = throughputInterval(span);
    const samples = await this.throughput.samples(job.id, interval);
    const all = [...samples, ...(await this.throughput.now(job.id))];
    const points = throughputPoints(all, span, interval);
    // What moved before samples were taken has no time.
    return points.every(({ workloads }) => workloads.length === 0)
      ? NOTHING
      : { intervalSeconds: interval / 1_000, points };
  }

  private async lastMoves(jobId: string): Promise<number[]> {
    return (await this.throughput.now(jobId)).flatMap(({ at }) => at?.getTime() ?? []);
  }

  /** From the first minute, or from the start of the migration in it, to the end of the job; null when nothing moved. */
  private spanOf(job: JobRecord, first: Date | null, moves: readonly number[]): ThroughputSpan | null {
    if (moves.length === 0) return null;
    const earliest = first?.getTime() ?? Math.floor(Math.min(...moves) / MINUTE) * MINUTE;
    const started = job.migrationStartedAt?.getTime() ?? earliest;
    const from = started > earliest && started < earliest + MINUTE ? started : earliest;
    const end = isFinal(job.status) && job.finishedAt ? job.finishedAt : this.clock.now();
    const to = Math.max(end.getTime(), from + SHORTEST, ...(isFinal(job.status) ? moves : []));
    return { from: new Date(from), to: new Date(to) };
  }
}
