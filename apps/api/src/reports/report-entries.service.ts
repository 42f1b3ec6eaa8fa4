import type { ReportEntry } from '@ferry/contracts';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller';
import { Database } from '../database/database';
import { ReportRetention } from './kept/report-retention';
import { ReportEntriesRepository, type ReportEntryRow } from './report-entries.repository';
import { type VerificationFacts, VerificationFactsRepository, verdictOf } from './verification-facts.repository';

/** A page of reports, and whether there are more. */
export interface ReportEntriesPage {
  readonly value: ReportEntry[];
  readonly more: boolean;
}

/** The reports that a tenant can have: of jobs that are over, and of jobs that were deleted. */
@Injectable()
export class ReportEntriesService {
  constructor(
    private readonly database: Database,
    private readonly entries: ReportEntriesRepository,
    private readonly verifications: VerificationFactsRepository,
    private readonly retention: ReportRetention,
  ) {}

  /** A page, latest ended first; `search` is a part of the name of the job or of its creator's. */
  async page(caller: Caller, search: string | undefined, skip: number, top: number): Promise<ReportEntriesPage> {
    const keptAfter = this.retention.oldest();
    const rows = await this.entries.page({ tenantId: caller.tenantId, keptAfter, search, skip, limit: top + 1 });
    const shown = rows.slice(0, top);
    const ids = shown.filter(({ kept }) => kept === null).map(({ id }) => id);
    const facts = await this.verifications.ofJobs(this.database.orm, ids);
    return { value: shown.map((row) => this.entry(row, facts.get(row.id))), more: rows.length > top };
  }

  private entry(row: ReportEntryRow, facts: VerificationFacts | undefined): ReportEntry {
    const kept = row.kept === null ? null : new Date(row.kept);
    return {
      id: row.id,
      displayName: row.display_name,
      status: row.status,
      verification: row.verification ?? verdictOf(facts),
      createdBy: row.created_by,
      jobCreatedDateTime: new Date(row.job_created),
      endedDateTime: new Date(row.ended),
      keptDateTime: kept,
      expiresDateTime: kept === null ? null : this.retention.endOf(kept),
      people: row.people ?? facts?.people ?? 0,
    };
  }
}
