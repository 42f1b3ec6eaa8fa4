import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { CONTOSO, FABRIKAM } from '../service/service.mjs';
import { personId, SEEDED_PEOPLE } from './seed.mjs';

export const RUNNING_JOB = '88888888-8888-4888-8888-888888888888';
const EXPECTED = 100_000;
const EVERY_MS = 100;
const PEOPLE_AT_A_TIME = 5;

/** The statement that makes a job of 2,000 people who move, some of whom have failed; the people are there already. */
export const seedRunningJob = `
  insert into jobs (id, tenant_id, display_name, job_type, source_tenant_id, complete_after, status, message, created_at,
    created_by, updated_at, source_endpoint, target_delivery_domain, workloads, resources, attempt, migration_started_at,
    cutover_started_at)
  select '${RUNNING_JOB}', '${FABRIKAM}', 'Two thousand people on the move', 'migrate', '${CONTOSO}',
    now() - interval '1 hour', 'cuttingOver', 'The migration job is cutting over.', now() - interval '3 days',
    'admin@fabrikam.example', now(), 'contoso-endpoint', 'fabrikam.example', array['Exchange', 'ODSP', 'Teams', 'Meeting'],
    array_agg(${personId} order by number), 1, now() - interval '1 day', now() - interval '1 hour'
  from generate_series(1, ${SEEDED_PEOPLE}) as number;
  insert into job_people (job_id, person_id, position)
  select '${RUNNING_JOB}', ${personId}, number from generate_series(1, ${SEEDED_PEOPLE}) as number;
  insert into workload_runs (job_id, person_id, service, status, phase, errors, attempt, expected, copied, skipped, bytes,
    moved_at, started_at, updated_at)
  select '${RUNNING_JOB}', ${personId}, service,
    case when failed then 'failed' when service = 'Exchange' then 'finalizing' else 'inProgress' end,
    case when failed then null else 'copy' end,
    case when failed then '[{"code": "MIGR-003", "message": "The migration failed."}]'::jsonb else '[]' end,
    1, ${EXPECTED}, number, number % 3, number * 12345, now(), now() - interval '1 hour', now()
  from generate_series(1, ${SEEDED_PEOPLE}) as number, unnest(array['Exchange', 'ODSP', 'Teams', 'Meeting']) as service,
    lateral (select number % 7 = 0 and service = 'Teams' as failed) outcome`;

/**
 * Moves people of the running job as workers do, 50 a second: all their workloads come further, the meetings of one of
 * them are completed, which is an event, and word of the change goes to the service.
 */
export class RunningJob {
  #client;
  #stopped = Promise.resolve();
  #running = false;
  /** How many people were moved so far. */
  moved = 0;

  /** @param {string} url of the database */
  static async open(url) {
    const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC' });
    await client.connect();
    return new RunningJob(client);
  }

  constructor(client) {
    this.#client = client;
  }

  /** Begins to move people in turns: the first ones of the job. */
  start(people) {
    this.#running = true;
    this.#stopped = this.#move(people);
  }

  async stop() {
    this.#running = false;
    await this.#stopped;
  }

  async close() {
    await this.#client.end();
  }

  async #move(people) {
    const started = performance.now();
    for (let tick = 0; this.#running; tick += 1) {
      const numbers = Array.from(
        { length: PEOPLE_AT_A_TIME },
        (_, at) => ((tick * PEOPLE_AT_A_TIME + at) % people) + 1,
      );
      await this.move(numbers);
      this.moved += numbers.length;
      await delay(Math.max(started + (tick + 1) * EVERY_MS - performance.now(), 0));
    }
  }

  /** Moves some people at once. @returns {Promise<number>} how many items of the last one's mailbox have arrived */
  async move(numbers) {
    const ids = numbers.map((number) => `22222222-0001-4000-8000-${String(number).padStart(12, '0')}`);
    const change = JSON.stringify({ jobId: RUNNING_JOB, tenantId: FABRIKAM, personIds: ids });
    await this.#client.query('begin');
    await this.#client.query(`update jobs set updated_at = now() where id = $1`, [RUNNING_JOB]);
    const { rows } = await this.#client.query(
      `update workload_runs set copied = copied + 37, bytes = bytes + 1234567, worked_ms = worked_ms + 200,
         moved_at = now(), updated_at = now()
       where job_id = $1 and person_id = any($2::uuid[]) and phase = 'copy'
       returning service, person_id, copied, skipped`,
      [RUNNING_JOB, ids],
    );
    await this.#client.query(
      `with ended as (
         update workload_runs set status = 'completed', phase = null, finished_at = now()
         where job_id = $1 and person_id = $2 and service = 'Meeting' and status <> 'completed' returning *
       )
       insert into job_events (job_id, person_id, service, from_status, to_status, cause, actor, at)
       select job_id, person_id, service, 'inProgress', 'completed', 'Everything was moved and compared.', 'engine', now()
       from ended`,
      [RUNNING_JOB, ids[0]],
    );
    await this.#client.query(`select pg_notify('ferry_changes', $1)`, [change]);
    await this.#client.query('commit');
    const mailbox = rows.find(({ service, person_id: id }) => service === 'Exchange' && id === ids.at(-1));
    return mailbox.copied + mailbox.skipped;
  }
}
