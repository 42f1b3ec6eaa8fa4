import { CONTOSO, FABRIKAM } from '../service/service.mjs';

export const SEEDED_JOB = '77777777-7777-4777-8777-777777777777';
export const SEEDED_PEOPLE = 2_000;

/** The id of a person as SQL, where `number` is one of theirs. */
export const personId = `('22222222-0001-4000-8000-' || lpad(number::text, 12, '0'))::uuid`;

/** The statement that makes the tenant and its people. */
export const seedPeople = `
  insert into tenants (id, display_name, default_domain, kind, settings)
  values ('${FABRIKAM}', 'Fabrikam', 'fabrikam.example', 'sandbox', '{}');
  insert into people (tenant_id, id, display_name, mail, facts)
  select '${FABRIKAM}', ${personId}, 'Person number ' || number, 'person' || number || '@fabrikam.example', '{}'
  from generate_series(1, ${SEEDED_PEOPLE}) as number`;

/** The statement that makes a job of all of them that ended: most workloads completed, some failed or skipped items. */
export const seedLargeJob = `
  insert into jobs (id, tenant_id, display_name, job_type, source_tenant_id, complete_after, status, message, created_at,
    created_by, updated_at, source_endpoint, target_delivery_domain, workloads, resources, attempt, finished_at)
  select '${SEEDED_JOB}', '${FABRIKAM}', 'Two thousand people', 'migrate', '${CONTOSO}', now() - interval '1 day',
    'completedWithErrors', 'The migration job has completed with errors.', now() - interval '3 days',
    'admin@fabrikam.example', now(), 'contoso-endpoint', 'fabrikam.example',
    array['Exchange', 'ODSP', 'Teams', 'Meeting'], array_agg(${personId} order by number), 1, now()
  from generate_series(1, ${SEEDED_PEOPLE}) as number;
  insert into job_people (job_id, person_id, position)
  select '${SEEDED_JOB}', ${personId}, number from generate_series(1, ${SEEDED_PEOPLE}) as number;
  insert into workload_runs (job_id, person_id, service, status, message, errors, attempt, expected, copied, skipped, bytes,
    started_at, finished_at, updated_at)
  select '${SEEDED_JOB}', ${personId}, service, case when number % 17 = 0 then 'failed' else 'completed' end, '',
    case when number % 17 = 0 then '[{"code": "MIGR-003", "message": "The migration failed."}]'::jsonb else '[]' end, 1,
    number, number - number % 3, number % 3, number * 12345, now() - interval '1 hour', now(),
    now() - number * interval '1 second'
  from generate_series(1, ${SEEDED_PEOPLE}) as number,
    unnest(array['Exchange', 'ODSP', 'Teams', 'Meeting']) as service`;
