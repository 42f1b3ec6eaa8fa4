import { CONTOSO, FABRIKAM } from '../service/service.mjs';

/** A source tenant that one job in eight comes from. */
export const SEVENTH_TENANT = sourceTenant(7);

/** An administrator who created one job in five. */
export const FOURTH_ADMINISTRATOR = 'admin4@fabrikam.example';

/**
 * The statement that fills the table of jobs with years of work: a job every ten minutes, most of them completed, some
 * in trouble, a few that wait for somebody; none that the engine would take up. The random numbers are the same ones
 * every time.
 *
 * @param {number} jobs how many
 */
export const seedJobs = (jobs) => `
  begin;
  select setseed(0.5);
  insert into jobs (id, tenant_id, display_name, job_type, source_tenant_id, complete_after, status, message, created_at,
    created_by, updated_at, source_endpoint, target_delivery_domain, workloads, resources, attempt, finished_at)
  select gen_random_uuid(), '${FABRIKAM}', 'Wave ' || lpad(number::text, 6, '0') || ' ' ||
      (array['north', 'east', 'south', 'west', 'headquarters', 'sales', 'finance', 'research'])[1 + floor(random() * 8)],
    case when status like 'validate%' or status = 'submitted' then 'validate' else 'migrate' end,
    case when random() < 0.125 then '${SEVENTH_TENANT}' else '${CONTOSO}' end::uuid,
    created + random() * interval '14 days', status, 'The message that the contract shows beside the status.', created,
    'admin' || floor(random() * 5) || '@fabrikam.example', created + random() * interval '20 days',
    'contoso-endpoint', 'fabrikam.example', array['Exchange', 'ODSP', 'Teams', 'Meeting'], people.ids, 1, created
  from (
    select number, now() - (${jobs} - number) * interval '10 minutes' as created, floor(random() * 24)::int as chance
    from generate_series(1, ${jobs}) as number
  ) job
  cross join lateral (
    select coalesce((array['completedWithErrors', 'completedWithErrors', 'failed', 'cancelled', 'submitted',
      'validatePassed', 'validateFailed'])[chance], 'completed') as status
  ) word
  cross join (
    select array_agg(('22222222-0000-4000-8000-' || lpad(person::text, 12, '0'))::uuid) as ids
    from generate_series(1, 20) as person
  ) people;
  commit;`;

function sourceTenant(number) {
  return `11111111-1111-4111-8111-${String(number).padStart(12, '0')}`;
}
