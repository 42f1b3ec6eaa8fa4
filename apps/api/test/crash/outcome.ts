import { ServiceStatus, type Workload } from '@ferry/contracts';
import { isFinal, isSettled } from '@ferry/domain';
import type { INestApplicationContext } from '@nestjs/common';
import { eq, sql } from 'drizzle-orm';
import { createHash } from 'node:crypto';
import type { Orm } from '../../src/database/database';
import { rowsOf } from '../../src/database/rows-of';
import { workloadRuns } from '../../src/database/schema';
import type { JobRecord } from '../../src/jobs/job.record';
import { contentOf } from '../../src/sandbox/content/sandbox-content';
import { sandboxPerson } from '../../src/sandbox/sandbox-directory';
import { countedReport } from '../support/counted-report';
import { subjectOf, transitionsOf } from './events';

/** What a job ended with. Two runs of the same journey must have equal ones, however often one of them was killed. */
export interface Outcome {
  readonly status: string;
  readonly message: string;
  /** The report by person and workload; what was copied and what was already there are one number. */
  readonly report: Readonly<Record<string, object>>;
  /** What is at the target: how many items, and one digest over all their keys and digests. */
  readonly contents: Readonly<Record<string, object>>;
  /** The transitions of the job and of each workload, in order. */
  readonly events: Readonly<Record<string, readonly string[]>>;
  /** What is wrong in itself. */
  readonly problems: readonly string[];
}

/**
 * A workload that breaks off at an item has read a few more items at the same time, and how many of them is a matter of
 * chance: of those only the verdict is compared, and that nothing was lost or doubled.
 */
function brokeOff(status: ServiceStatus, failed: number): boolean {
  return status === ServiceStatus.Failed && failed === 0;
}

/** Looks at everything that a job has left behind. */
export async function outcomeOf(app: INestApplicationContext, orm: Orm, job: JobRecord): Promise<Outcome> {
  const report = await countedReport(app, job);
  const runs = await orm.select().from(workloadRuns).where(eq(workloadRuns.jobId, job.id));
  const problems: string[] = [];
  const figures: Record<string, object> = {};
  const contents: Record<string, object> = {};
  for (const { id: personId, services } of report.people) {
    for (const { service, status, found, copied, alreadyThere, skipped, failed, atTarget } of services) {
      const subject = subjectOf({ personId, service });
      const run = runs.find((one) => one.personId === personId && one.service === service);
      const arrived = copied + alreadyThere;
      if (arrived + skipped + failed !== found) problems.push(`${subject}: ${arrived} arrived of ${found}`);
      if (found > 0 && atTarget !== arrived) problems.push(`${subject}: ${atTarget} at the target, ${arrived} counted`);
      if (run?.owner) problems.push(`${subject}: belongs to ${run.owner} after the end`);
      const atEnd = isSettled(status);
      if (atEnd !== isFinal(job.status)) problems.push(`${subject}: is ${status} in a job that is ${job.status}`);
      if (atEnd !== (run?.finishedAt != null)) problems.push(`${subject}: is ${status}, finished ${run?.finishedAt}`);
      const target = await atTargetOf(orm, job.tenantId, personId, service);
      problems.push(
        ...differences(
          job.tenantId,
          personId,
          service,
          target,
          status === ServiceStatus.Completed ? skipped + failed : null,
        ),
      );
      const errors = run?.errors.map(({ code, message }) => ({ code, message: withoutChance(message ?? '') }));
      const verdict = { status, message: withoutChance(run?.message ?? ''), errors };
      figures[subject] = brokeOff(status, failed)
        ? verdict
        : {
            ...verdict,
            found,
            arrived,
            skipped,
            failed,
            atTarget,
            bytes: target.reduce((sum, { size }) => sum + size, 0),
          };
      if (!brokeOff(status, failed)) contents[subject] = { items: target.length, digest: digestOver(target) };
    }
  }
  const chains = Map.groupBy(await transitionsOf(orm, job.id), subjectOf);
  const events = Object.fromEntries(
    [...chains].map(([subject, chain]) => [
      subject,
      chain.map(({ from, to, cause }) => `${from} to ${to}: ${withoutChance(cause)}`),
    ]),
  );
  return { status: job.status, message: job.message, report: figures, contents, events, problems };
}

/** A text without the ids and times that every run of the service draws anew; the ids of the sandbox stay. */
function withoutChance(text: string): string {
  return text
    .replace(/\b(?!\d{8}-0000-4000-)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, '<id>')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>');
}

interface TargetItem {
  readonly container: string;
  readonly key: string;
  readonly size: number;
  readonly digest: string;
}

/** The digest is made of the content that lies there now, not of what was noted when it was written. */
async function atTargetOf(orm: Orm, tenantId: string, personId: string, service: Workload): Promise<TargetItem[]> {
  return rowsOf<TargetItem>(
    await orm.execute(sql`
      select container, key, size, encode(sha256(content), 'hex') as digest from sandbox_items
      where tenant_id = ${tenantId} and person_id = ${personId} and service = ${service}
      order by container collate "C", key collate "C"`),
  );
}

function digestOver(items: readonly TargetItem[]): string {
  const hash = createHash('sha256');
  for (const { container, key, digest } of items) hash.update(`${container}\n${key}\n${digest}\n`);
  return hash.digest('hex');
}

/**
 * Compares the target with the source, item by item.
 *
 * @param missing how many items of the source may be missing; null for any number, of a workload that was not finished
 */
function differences(
  tenantId: string,
  personId: string,
  service: Workload,
  target: readonly TargetItem[],
  missing: number | null,
): string[] {
  const person = sandboxPerson(tenantId, personId);
  if (!person) return [];
  const subject = subjectOf({ personId, service });
  const content = contentOf(person, service);
  const there = new Map(target.map((item) => [`${item.container}\n${item.key}`, item.digest]));
  const problems: string[] = there.size === target.length ? [] : [`${subject}: an item is there twice`];
  let lost = 0;
  for (const { path, itemCount } of content.containers) {
    for (let index = 0; index < itemCount; index += 1) {
      const place = `${path}\n${content.key(path, index)}`;
      const digest = there.get(place);
      there.delete(place);
      if (digest === undefined) lost += 1;
      else if (digest !== digestOf(content.item(path, index).chunks())) problems.push(`${subject}: ${place} differs`);
    }
  }
  if (there.size > 0) problems.push(`${subject}: ${there.size} items that the source does not have`);
  if (missing !== null && lost !== missing)
    problems.push(`${subject}: ${lost} items are lost, ${missing} were given up`);
  return problems;
}

function digestOf(chunks: Iterable<Uint8Array>): string {
  const hash = createHash('sha256');
  for (const chunk of chunks) hash.update(chunk);
  return hash.digest('hex');
}
