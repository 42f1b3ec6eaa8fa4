import type { AuditEntry } from '@ferry/contracts';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller';
import { callerAction } from '../events/caller-causes';
import { ReportRetention } from '../reports/kept/report-retention';
import { type AuditCriteria, type AuditPosition, type AuditRecord, AuditRepository } from './audit.repository';

/** What a caller looks for in the audit of their tenant. */
export type AuditWish = Omit<AuditCriteria, 'tenantId' | 'keptAfter'>;

/** A page of the audit, and the entry behind which the next one begins. */
export interface AuditPage {
  readonly value: AuditEntry[];
  readonly next: AuditPosition | null;
}

/** Entries that are read together for a file. */
const TOGETHER = 500;

/** Who asked for what in the jobs of a tenant, also in those that were deleted, for as long as their reports are kept. */
@Injectable()
export class AuditService {
  constructor(
    private readonly audit: AuditRepository,
    private readonly retention: ReportRetention,
  ) {}

  /** A page, latest first. */
  async page(caller: Caller, wish: AuditWish, behind: AuditPosition | null, limit: number): Promise<AuditPage> {
    const criteria = { ...wish, tenantId: caller.tenantId, keptAfter: this.retention.oldest() };
    const rows = await this.audit.page(criteria, behind, limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const next = rows.length > limit && last ? { at: last.position, id: last.id } : null;
    return { value: shown.map(toAuditEntry), next };
  }

  /** Everything that is meant, latest first, a portion at a time. */
  async *all(caller: Caller, wish: AuditWish): AsyncGenerator<AuditEntry> {
    let behind: AuditPosition | null = null;
    do {
      const page: AuditPage = await this.page(caller, wish, behind, TOGETHER);
      yield* page.value;
      behind = page.next;
    } while (behind !== null);
  }
}

function toAuditEntry(row: AuditRecord): AuditEntry {
  return {
    id: row.id,
    dateTime: new Date(row.position),
    actor: row.actor,
    action: callerAction(row.cause),
    cause: row.cause,
    jobId: row.job_id,
    jobName: row.job_name,
    jobDeleted: row.job_deleted,
    personId: row.person_id,
    personName: row.person_name,
    service: row.service,
    fromStatus: row.from_status,
    toStatus: row.to_status,
  };
}
