import { JobEventKind, type Workload } from '@ferry/contracts';
import { Injectable } from '@nestjs/common';
import { and, asc, desc, eq, gt, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { Database, type Orm } from '../database/database';
import { eventTime } from './event-time.sql';
import { jobEvents, jobs, people } from '../database/schema';

/** A transition that happened, before it has a number. */
export interface NewJobEvent {
  readonly jobId: string;
  readonly personId: string | null;
  readonly service: Workload | null;
  readonly fromStatus: string | null;
  readonly toStatus: string;
  readonly cause: string;
  readonly actor: string;
  readonly at: Date;
}

/** A transition as it is kept, with the name of the person it is about. */
export interface JobEventRecord extends NewJobEvent {
  readonly id: number;
  readonly personName: string | null;
}

/** Which events of a job are looked for; an absent member leaves nothing out. */
export interface EventCriteria {
  /** Object id of the person whom they are about, in lower case. */
  readonly personId?: string | undefined;
  readonly kind?: JobEventKind | undefined;
  /** A part of the name or the address of the person, in any letter case. */
  readonly about?: string | undefined;
  /** A part of the name of whoever asked, in any letter case. */
  readonly actor?: string | undefined;
}

const OF_KIND: Readonly<Record<JobEventKind, SQL | undefined>> = {
  [JobEventKind.Job]: isNull(jobEvents.personId),
  [JobEventKind.Person]: and(isNotNull(jobEvents.personId), isNull(jobEvents.service)),
  [JobEventKind.Workload]: isNotNull(jobEvents.service),
};

/** Every statement about the event log. */
@Injectable()
export class JobEventsRepository {
  constructor(private readonly database: Database) {}

  /**
   * Writes events in the transaction that made them happen. Whoever does, here or in a statement of their own, holds the
   * lock of the job before they get their numbers: only so nobody sees a number and later a smaller one.
   */
  async append(tx: Orm, events: readonly NewJobEvent[]): Promise<void> {
    if (events.length > 0) {
      const rows = events.map((event) => ({
        ...event,
        at: eventTime(sql`${event.jobId}::uuid`, event.at.toISOString()),
      }));
      await tx.insert(jobEvents).values(rows);
    }
  }

  /** A page of the events of a job that are looked for, newest first, older than the given number. */
  page(jobId: string, before: number | null, limit: number, criteria: EventCriteria = {}): Promise<JobEventRecord[]> {
    const older = before === null ? undefined : lt(jobEvents.id, before);
    return this.select(jobId, and(older, meets(criteria)), desc(jobEvents.id), limit);
  }

  /** The first events of a job after the given number, oldest first. */
  since(jobId: string, after: number, limit: number): Promise<JobEventRecord[]> {
    return this.select(jobId, gt(jobEvents.id, after), asc(jobEvents.id), limit);
  }

  private async select(jobId: string, bound: SQL | undefined, order: SQL, limit: number): Promise<JobEventRecord[]> {
    const rows = await this.database.orm
      .select({
        id: jobEvents.id,
        jobId: jobEvents.jobId,
        personId: jobEvents.personId,
        service: sql<Workload | null>`${jobEvents.service}`,
        fromStatus: jobEvents.fromStatus,
        toStatus: jobEvents.toStatus,
        cause: jobEvents.cause,
        actor: jobEvents.actor,
        at: jobEvents.at,
        personName: people.displayName,
      })
      .from(jobEvents)
      .innerJoin(jobs, eq(jobs.id, jobEvents.jobId))
      .leftJoin(people, and(eq(people.tenantId, jobs.tenantId), eq(people.id, jobEvents.personId)))
      .where(and(eq(jobEvents.jobId, jobId), bound))
      .orderBy(order)
      .limit(limit);
    return rows;
  }
}

function meets({ personId, kind, about, actor }: EventCriteria): SQL | undefined {
  return and(
    personId === undefined ? undefined : eq(jobEvents.personId, personId),
    kind === undefined ? undefined : OF_KIND[kind],
    about === undefined ? undefined : sql`(${holds(people.displayName, about)} or ${holds(people.mail, about)})`,
    actor === undefined ? undefined : holds(jobEvents.actor, actor),
  );
}

function holds(column: AnyPgColumn, text: string): SQL {
  return sql`strpos(lower(${column}), lower(${text}::text)) > 0`;
}
