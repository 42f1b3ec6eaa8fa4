import type { Workload } from '@ferry/contracts';
import { type SQL, sql } from 'drizzle-orm';
import type { Orm } from '../../src/database/database';
import { rowsOf } from '../../src/database/rows-of';
import { contentOf } from '../../src/sandbox/content/sandbox-content';
import { sandboxPerson } from '../../src/sandbox/sandbox-directory';
import { faultsInChain, subjectOf, transitionsOf } from './events';

const MOVING = sql`run.status in ('syncing', 'finalizing', 'inProgress') and run.phase is not null`;
const AWAKE = sql`message.state in ('created', 'retry', 'active')`;
const SUBJECT = sql`right(run.person_id::text, 2) || '/' || run.service`;

/** What must hold at every moment, also right behind a kill: each statement names the rows for which it does not. */
const INVARIANTS: Readonly<Record<string, SQL>> = {
  'a run that moves has a message': sql`
    select ${SUBJECT} as row from workload_runs run join jobs job on job.id = run.job_id
    where ${MOVING} and job.status in ('inProgress', 'cuttingOver') and not exists (
      select 1 from pgboss.job message
      where message.name = 'workload-runs' and ${AWAKE} and message.data ->> 'runId' = run.id::text)`,
  'a job that goes on has a message': sql`
    select job.display_name || ' ' || job.status as row from jobs job
    where (job.status in ('validateSubmitted', 'validateProcessing', 'validateInProgress', 'processing',
        'pendingCancel', 'pendingDelete') or (job.status = 'submitted' and job.job_type = 'migrate'))
      and not exists (
        select 1 from pgboss.job message
        where message.name in ('job-steps', 'person-checks') and ${AWAKE} and message.data ->> 'jobId' = job.id::text)`,
  'a job that waits for its date has a message': sql`
    select job.display_name as row from jobs job
    where job.status = 'inProgress'
      and not exists (select 1 from workload_runs run where run.job_id = job.id and ${MOVING})
      and not exists (
        select 1 from pgboss.job message
        where message.name in ('job-steps', 'job-cutovers') and ${AWAKE} and message.data ->> 'jobId' = job.id::text)`,
  'a job whose people are through is through': sql`
    select job.display_name as row from jobs job
    where job.status in ('inProgress', 'cuttingOver') and not exists (
      select 1 from workload_runs run
      where run.job_id = job.id and run.status not in ('completed', 'failed', 'cancelled'))`,
  'only a run that moves has an owner': sql`
    select ${SUBJECT} || ' ' || run.status as row from workload_runs run where run.owner is not null and not (${MOVING})`,
  'counters are sums of the ledger': sql`
    select ${SUBJECT} || ' ' || run.copied || '+' || run.already_there || '+' || run.skipped || '+' || run.failed as row
    from workload_runs run left join (
      select run_id, count(*) filter (where state = 'copied') as copied,
        count(*) filter (where state = 'alreadyThere') as already_there,
        count(*) filter (where state = 'skipped') as skipped, count(*) filter (where state = 'failed') as failed,
        sum(bytes) as bytes
      from ledger_entries group by run_id) ledger on ledger.run_id = run.id
    where (run.copied, run.already_there, run.skipped, run.failed, run.bytes) is distinct from
      (coalesce(ledger.copied, 0), coalesce(ledger.already_there, 0), coalesce(ledger.skipped, 0),
        coalesce(ledger.failed, 0), coalesce(ledger.bytes, 0)::bigint)`,
  'what the ledger has as arrived is at the target': sql`
    select ${SUBJECT} || ' ' || entry.item_key as row
    from ledger_entries entry join workload_runs run on run.id = entry.run_id join jobs job on job.id = run.job_id
    where entry.state in ('copied', 'alreadyThere') and not exists (
      select 1 from sandbox_items item
      where item.tenant_id = job.tenant_id and item.person_id = run.person_id and item.service = run.service
        and item.key = entry.item_key)`,
  'no item is there twice': sql`
    select right(person_id::text, 2) || '/' || service || ' ' || key as row from sandbox_items
    group by tenant_id, person_id, service, key having count(*) > 1`,
};

/** What is wrong with a database, as a process that died left it. */
export async function audit(orm: Orm): Promise<string[]> {
  const problems: string[] = [];
  for (const [name, statement] of Object.entries(INVARIANTS)) {
    const rows = rowsOf<{ row: string }>(await orm.execute(statement));
    if (rows.length > 0)
      problems.push(
        `not true: ${name} (${rows
          .slice(0, 3)
          .map(({ row }) => row)
          .join(', ')})`,
      );
  }
  return [...problems, ...(await faultsOfEvents(orm)), ...(await faultsOfCheckpoints(orm))];
}

async function faultsOfEvents(orm: Orm): Promise<string[]> {
  const jobs = rowsOf<{ id: string; status: string }>(await orm.execute(sql`select id, status from jobs`));
  const faults: string[] = [];
  for (const job of jobs) {
    const runs = rowsOf<{ personId: string; service: Workload; status: string }>(
      await orm.execute(
        sql`select person_id as "personId", service, status from workload_runs where job_id = ${job.id}`,
      ),
    );
    const chains = Map.groupBy(await transitionsOf(orm, job.id), subjectOf);
    faults.push(...faultsInChain('job', chains.get('job') ?? [], job.status));
    for (const run of runs) {
      const subject = subjectOf(run);
      faults.push(...faultsInChain(subject, chains.get(subject) ?? [], run.status));
    }
  }
  return faults.map((fault) => `event log: ${fault}`);
}

interface CheckpointRow {
  readonly id: string;
  readonly tenantId: string;
  readonly personId: string;
  readonly service: Workload;
  readonly checkpoint: { containersDone: number; cursor: string | null };
}

/** Whatever lies before a checkpoint is in the ledger: a slice that goes on from there never looks at it again. */
async function faultsOfCheckpoints(orm: Orm): Promise<string[]> {
  const rows = rowsOf<CheckpointRow>(
    await orm.execute(sql`
      select run.id, job.tenant_id as "tenantId", run.person_id as "personId", run.service, run.checkpoint
      from workload_runs run join jobs job on job.id = run.job_id
      where run.checkpoint is not null and run.checkpoint <> 'null'::jsonb`),
  );
  const faults: string[] = [];
  for (const row of rows) {
    const ledger = rowsOf<{ key: string }>(
      await orm.execute(sql`select item_key as key from ledger_entries where run_id = ${row.id}`),
    );
    const settled = new Set(ledger.map(({ key }) => key));
    const lost = keysBefore(row).filter((key) => !settled.has(key));
    if (lost.length > 0)
      faults.push(`not true: what lies before a checkpoint is settled (${subjectOf(row)}: ${lost.length} not)`);
  }
  return faults;
}

/** The cursors of a sandbox source are positions (sandbox-source-store.ts). */
function keysBefore({ tenantId, personId, service, checkpoint }: CheckpointRow): string[] {
  const person = sandboxPerson(tenantId, personId);
  if (!person) return [];
  const content = contentOf(person, service);
  return content.containers.slice(0, checkpoint.containersDone + 1).flatMap(({ path, itemCount }, index) => {
    const count = index < checkpoint.containersDone ? itemCount : Number(checkpoint.cursor ?? 0);
    return Array.from({ length: count }, (_, position) => content.key(path, position));
  });
}
