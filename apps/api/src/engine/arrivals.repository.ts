import { ServiceStatus } from '@ferry/contracts';
import type { Arrival } from '@ferry/mover';
import { Injectable } from '@nestjs/common';
import { and, eq, gte, inArray, sql } from 'drizzle-orm';
import { Database } from '../database/database';
import { jobEvents, ledgerEntries } from '../database/schema';
import type { RunRecord } from '../jobs/job.record';

const ARRIVAL = {
  key: ledgerEntries.itemKey,
  container: ledgerEntries.container,
  recordedAt: ledgerEntries.recordedAt,
};

/** Every statement about what a run has brought to the target, and when. */
@Injectable()
export class ArrivalsRepository {
  constructor(private readonly database: Database) {}

  /** Containers of which a run has written items. */
  async containers(runId: number): Promise<string[]> {
    const rows = await this.database.orm
      .selectDistinct({ container: ledgerEntries.container })
      .from(ledgerEntries)
      .where(and(eq(ledgerEntries.runId, runId), eq(ledgerEntries.state, 'copied')));
    return rows.map(({ container }) => container);
  }

  /** Items of a container that a run has written. */
  async written(runId: number, container: string): Promise<Arrival[]> {
    return this.database.orm
      .select(ARRIVAL)
      .from(ledgerEntries)
      .where(
        and(eq(ledgerEntries.runId, runId), eq(ledgerEntries.container, container), eq(ledgerEntries.state, 'copied')),
      );
  }

  /** Items that a run has brought to the target, or found there, since its first pass was through. */
  async sinceFirstPass({ id, jobId, personId, service }: RunRecord): Promise<Arrival[]> {
    const firstPass = this.database.orm
      .select({ at: sql`min(${jobEvents.at})` })
      .from(jobEvents)
      .where(
        and(
          eq(jobEvents.jobId, jobId),
          eq(jobEvents.personId, personId),
          eq(jobEvents.service, service),
          eq(jobEvents.toStatus, ServiceStatus.Synced),
        ),
      );
    return this.database.orm
      .select(ARRIVAL)
      .from(ledgerEntries)
      .where(
        and(
          eq(ledgerEntries.runId, id),
          inArray(ledgerEntries.state, ['copied', 'alreadyThere']),
          gte(ledgerEntries.recordedAt, sql`(${firstPass})`),
        ),
      );
  }
}
