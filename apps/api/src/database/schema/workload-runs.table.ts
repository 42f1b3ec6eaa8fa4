import type { Checkpoint } from '@ferry/mover';
import { sql } from 'drizzle-orm';
import { bigint, index, integer, jsonb, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { jobs } from './jobs.table';

/** One workload of one person of a job: its status on the wire, its numbers, and where the engine left off. */
export const workloadRuns = pgTable(
  'workload_runs',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    jobId: uuid('job_id')
      .notNull()
      .references(() => jobs.id, { onDelete: 'cascade' }),
    personId: uuid('person_id').notNull(),
    service: text().notNull(),
    status: text().notNull(),
    message: text().notNull().default(''),
    errors: jsonb().$type<{ code: string; message: string }[]>().notNull().default([]),
    /** Grows with each migrate; the ledger and the numbers go on over attempts. */
    attempt: integer().notNull().default(0),
    /** Whoever works on the current slice; an outcome of anybody else is refused. */
    owner: uuid(),
    /** What the next slice does: copy, verify, or recheck what has ended. Null while nothing is to be done. */
    phase: text(),
    checkpoint: jsonb().$type<Checkpoint | null>(),
    /** Whether the checks before the migration have been made in this attempt, and what they found. */
    findings: jsonb().$type<{ code: string; message: string; evidence: string }[] | null>(),
    /** Failures in a row of the current slice; the retry policy counts them. */
    failures: integer().notNull().default(0),
    waitsUntil: timestamp('waits_until', { withTimezone: true }),
    /** What the next slice waits for: slot, pace, backOff or retry. Null while it waits for nothing. */
    waitReason: text('wait_reason'),
    /** Since when somebody has to decide about its skipped items; null while nobody has to. */
    heldAt: timestamp('held_at', { withTimezone: true }),
    /** How many skipped items were accepted; more of them are asked about again. */
    acceptedSkipped: integer('accepted_skipped').notNull().default(0),
    expected: integer().notNull().default(0),
    copied: integer().notNull().default(0),
    alreadyThere: integer('already_there').notNull().default(0),
    skipped: integer().notNull().default(0),
    failed: integer().notNull().default(0),
    bytes: bigint({ mode: 'number' }).notNull().default(0),
    /** Items that had arrived, were lost at the target, and have been skipped or have failed since: counted in both. */
    lost: integer().notNull().default(0),
    /** When it last came further; null before its first step. */
    movedAt: timestamp('moved_at', { withTimezone: true }),
    /** The longest that it took from one step to the next, in milliseconds. */
    longestStepMs: integer('longest_step_ms').notNull().default(0),
    /** How long its slices have worked on its items, in milliseconds. */
    workedMs: bigint('worked_ms', { mode: 'number' }).notNull().default(0),
    /** When the last comparison of source and target began and was made; what it found is in `verified_folders`. */
    verificationStartedAt: timestamp('verification_started_at', { withTimezone: true }),
    verifiedAt: timestamp('verified_at', { withTimezone: true }),
    /** Why a comparison that was asked for later could not be made. */
    verificationProblem: text('verification_problem'),
    startedAt: timestamp('started_at', { withTimezone: true }),
    finishedAt: timestamp('finished_at', { withTimezone: true }),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    unique('workload_runs_person_service').on(table.jobId, table.personId, table.service),
    index('workload_runs_job_status').on(table.jobId, table.service, table.status),
    // The reconciler looks for comparisons that somebody asked for; there are hardly ever any.
    index('workload_runs_recheck')
      .on(table.jobId)
      .where(sql`${table.phase} = 'recheck'`),
  ],
);
