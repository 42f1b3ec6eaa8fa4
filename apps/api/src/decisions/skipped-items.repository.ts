import type { SkippedItem, Workload } from '@ferry/contracts';
import { Injectable } from '@nestjs/common';
import { and, asc, eq, sql } from 'drizzle-orm';
import { Database } from '../database/database';
import { ledgerEntries, workloadRuns } from '../database/schema';

/** Every statement about items that were skipped. */
@Injectable()
export class SkippedItemsRepository {
  constructor(private readonly database: Database) {}

  /** Some of the items that were skipped for a person of a job, in a stable order. */
  async ofPerson(jobId: string, personId: string, skip: number, limit: number): Promise<SkippedItem[]> {
    return this.database.orm
      .select({
        service: sql<Workload>`${workloadRuns.service}`,
        container: ledgerEntries.container,
        key: ledgerEntries.itemKey,
        code: sql<string>`coalesce(${ledgerEntries.code}, '')`,
        message: sql<string>`coalesce(${ledgerEntries.message}, '')`,
      })
      .from(ledgerEntries)
      .innerJoin(workloadRuns, eq(workloadRuns.id, ledgerEntries.runId))
      .where(
        and(eq(workloadRuns.jobId, jobId), eq(workloadRuns.personId, personId), eq(ledgerEntries.state, 'skipped')),
      )
      .orderBy(asc(ledgerEntries.runId), asc(ledgerEntries.itemKey))
      .offset(skip)
      .limit(limit);
  }
}
