import { createHash } from 'node:crypto';
import { JobStatus, ServiceStatus, WORKLOADS } from '@ferry/contracts';
import { contentOf } from '../../../src/sandbox/content/sandbox-content';
import { FABRIKAM_ID, sandboxPerson } from '../../../src/sandbox/sandbox-directory';
import { fabrikamPerson } from '../../support/test-service';
import type { Administrator } from './administrator';

/** What must hold of a job that has ended, whatever happened meanwhile. */
export interface Ledgers {
  rows<Row>(statement: string, values?: readonly unknown[]): Promise<Row[]>;
}

interface EventRow {
  readonly subject: string;
  readonly from_status: string | null;
  readonly to_status: string;
  readonly at: Date;
}

/** Every item of the source by person, workload and place, with the digest of its content. */
export function itemsAtSource(people: readonly number[]): Map<string, string> {
  const items = new Map<string, string>();
  for (const number of people) {
    const person = sandboxPerson(FABRIKAM_ID, fabrikamPerson(number));
    if (!person) throw new Error(`The sandbox has no person ${number}.`);
    for (const service of WORKLOADS) {
      const content = contentOf(person, service);
      for (const { path, itemCount } of content.containers) {
        for (let index = 0; index < itemCount; index += 1) {
          const item = content.item(path, index);
          const hash = createHash('sha256');
          for (const chunk of item.chunks()) hash.update(chunk);
          items.set([person.id, service, path, item.key].join('|'), hash.digest('hex'));
        }
      }
    }
  }
  return items;
}

/** Compares a completed job with its source: contents, counters, ledger and event log. */
export async function expectWhole(
  job: string,
  people: readonly number[],
  administrator: Administrator,
  tables: Ledgers,
): Promise<void> {
  await expectReported(job, administrator);
  await expectContents(job, people, tables);
  await expectOrderedEvents(job, tables);
}

/** A job completes, and its report says of every workload that all that was found has arrived. */
export async function expectReported(job: string, administrator: Administrator): Promise<void> {
  expect(await administrator.untilEnded(job)).toBe(JobStatus.Completed);
  const report = await administrator.report(job);
  for (const { services } of report.people) {
    for (const { service, status, found, copied, alreadyThere, skipped, failed, verification } of services) {
      const atTarget = verification?.atTarget;
      expect({ service, status, skipped, failed, atTarget, arrived: copied + alreadyThere }).toEqual({
        service,
        status: ServiceStatus.Completed,
        skipped: 0,
        failed: 0,
        atTarget: found,
        arrived: found,
      });
    }
  }
}

/** The target has every item of the source once, with the same content, and the ledger has a row for each. */
export async function expectContents(job: string, people: readonly number[], tables: Ledgers): Promise<void> {
  const source = itemsAtSource(people);
  const target = await tables.rows<{ place: string; digest: string }>(
    `select concat_ws('|', person_id, service, container, key) as place, digest from sandbox_items where tenant_id = $1`,
    [FABRIKAM_ID],
  );
  expect(new Map(target.map(({ place, digest }) => [place, digest]))).toEqual(source);
  expect(target).toHaveLength(source.size);
  const [ledger] = await tables.rows<{ entries: number }>(
    `select count(*)::int as entries from ledger_entries join workload_runs run on run.id = run_id where run.job_id = $1`,
    [job],
  );
  expect(ledger?.entries).toBe(source.size);
}

/** Each transition once, each from where the one before led, and never earlier than the one before. */
export async function expectOrderedEvents(job: string, tables: Ledgers): Promise<void> {
  const events = await tables.rows<EventRow>(
    `select concat_ws('|', person_id, service) as subject, from_status, to_status, at
     from job_events where job_id = $1 order by id`,
    [job],
  );
  const last = new Map<string, string>();
  const repeated: string[] = [];
  const torn: string[] = [];
  const seen = new Set<string>();
  for (const { subject, from_status: from, to_status: to } of events) {
    const before = last.get(subject);
    if (before !== undefined && from !== before) torn.push(`${subject}: ${before}, then ${from} to ${to}`);
    if (seen.has(`${subject}|${from}|${to}`)) repeated.push(`${subject}: ${from} to ${to}`);
    seen.add(`${subject}|${from}|${to}`);
    last.set(subject, to);
  }
  expect({ repeated, torn }).toEqual({ repeated: [], torn: [] });
  const times = events.map(({ at }) => at.getTime());
  expect(times).toEqual(times.toSorted((a, b) => a - b));
}
