import type { ReportHead, VerificationVerdict } from '@ferry/contracts';
import { Injectable } from '@nestjs/common';
import { and, asc, eq, gt, isNotNull, lte, type SQL, sql } from 'drizzle-orm';
import { Database, type Orm } from '../../database/database';
import { keptReportPeople, keptReports } from '../../database/schema';
import { wasAsked } from '../../database/schema/was-asked.sql';
import type { PlacedPerson } from '../report';

/** How far the report of a job that is being deleted has been written down. */
export interface Collection {
  /** Place of the last person. */
  readonly last: number;
  readonly isComplete: boolean;
}

/** People who are read together. */
const PAGE = 50;
/** Reports that are removed together, with all their people. */
const EXPIRED_TOGETHER = 20;

/** Every statement about the reports of deleted jobs. */
@Injectable()
export class KeptReportsRepository {
  constructor(private readonly database: Database) {}

  /** How far the report of a job has been written down; null when it was not begun. */
  async collection(orm: Orm, id: string): Promise<Collection | null> {
    const [row] = await orm
      .select({
        collectedAt: keptReports.collectedAt,
        last: sql<number>`(select coalesce(max(position), 0)::int from kept_report_people where report_id = ${id})`,
      })
      .from(keptReports)
      .where(eq(keptReports.id, id));
    return row ? { last: row.last, isComplete: row.collectedAt !== null } : null;
  }

  /** Begins to write a report down. The caller holds the lock of its job. */
  async begin(tx: Orm, tenantId: string, head: ReportHead, verification: VerificationVerdict): Promise<void> {
    await tx.insert(keptReports).values({
      id: head.id,
      tenantId,
      displayName: head.displayName,
      status: head.status,
      createdBy: head.createdBy,
      jobCreatedAt: head.jobCreatedDateTime,
      finishedAt: head.finishedDateTime,
      people: 0,
      verification,
      head: { ...head },
    });
  }

  /** Adds people at their places among those of the job. The caller holds the lock of the job. */
  async add(tx: Orm, id: string, people: readonly PlacedPerson[]): Promise<void> {
    await tx
      .insert(keptReportPeople)
      .values(people.map(({ position, person }) => ({ reportId: id, position, person: { ...person } })));
  }

  /** Says that everybody has been written down. */
  async complete(tx: Orm, id: string, at: Date): Promise<void> {
    const people = sql`(select count(*) from kept_report_people where report_id = ${id})`;
    await tx.update(keptReports).set({ collectedAt: at, people }).where(eq(keptReports.id, id));
  }

  /** Shows a report to its tenant, in the transaction that removes its job. */
  async keep(tx: Orm, id: string, at: Date): Promise<void> {
    const head = sql`${keptReports.head} || jsonb_build_object('createdDateTime', ${at.toISOString()}::text)`;
    await tx.update(keptReports).set({ keptAt: at, head }).where(eq(keptReports.id, id));
  }

  /** Keeps what somebody asked for in a job, before its log is removed with it. */
  async keepEvents(tx: Orm, id: string): Promise<void> {
    await tx.execute(sql`
      insert into kept_report_events (report_id, id, person_id, person_name, service, from_status, to_status, cause, actor, at)
      select event.job_id, event.id, event.person_id, person.display_name, event.service, event.from_status,
        event.to_status, event.cause, event.actor, event.at
      from job_events event
      join jobs job on job.id = event.job_id
      left join people person on person.tenant_id = job.tenant_id and person.id = event.person_id
      where event.job_id = ${id} and ${wasAsked('event')}`);
  }

  /** Removes the report of a job, however far it was written down. */
  async remove(tx: Orm, id: string): Promise<void> {
    await tx.delete(keptReports).where(eq(keptReports.id, id));
  }

  /** What a report of a tenant says of its job as a whole; null when there is none that was kept after the moment. */
  async head(tenantId: string, id: string, keptAfter: Date | null): Promise<Record<string, unknown> | null> {
    const [row] = await this.database.orm
      .select({ head: keptReports.head })
      .from(keptReports)
      .where(and(eq(keptReports.tenantId, tenantId), eq(keptReports.id, id), isVisible(keptAfter)));
    return row?.head ?? null;
  }

  /** The same of a job whose removal has begun, once everybody has been written down. */
  async collectedHead(tenantId: string, id: string): Promise<Record<string, unknown> | null> {
    const [row] = await this.database.orm
      .select({ head: keptReports.head })
      .from(keptReports)
      .where(and(eq(keptReports.tenantId, tenantId), eq(keptReports.id, id), isNotNull(keptReports.collectedAt)));
    return row?.head ?? null;
  }

  /** The next people of a report behind a place. */
  async people(id: string, after: number): Promise<{ position: number; person: Record<string, unknown> }[]> {
    return this.database.orm
      .select({ position: keptReportPeople.position, person: keptReportPeople.person })
      .from(keptReportPeople)
      .where(and(eq(keptReportPeople.reportId, id), gt(keptReportPeople.position, after)))
      .orderBy(asc(keptReportPeople.position))
      .limit(PAGE);
  }

  /** Removes some reports that were kept at a moment or before; how many. */
  async removeExpired(keptBefore: Date): Promise<number> {
    const expired = this.database.orm
      .select({ id: keptReports.id })
      .from(keptReports)
      .where(lte(keptReports.keptAt, keptBefore))
      .orderBy(asc(keptReports.keptAt))
      .limit(EXPIRED_TOGETHER);
    const removed = await this.database.orm
      .delete(keptReports)
      .where(sql`${keptReports.id} in (${expired})`)
      .returning({ id: keptReports.id });
    return removed.length;
  }
}

function isVisible(keptAfter: Date | null): SQL | undefined {
  return keptAfter === null ? isNotNull(keptReports.keptAt) : gt(keptReports.keptAt, keptAfter);
}
