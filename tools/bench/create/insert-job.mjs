const TENANT = '22222222-2222-4222-8222-222222222222';

const STATEMENT = `
  with job as (
    insert into jobs (id, tenant_id, display_name, job_type, created_as, source_tenant_id, complete_after, status,
      message, created_at, created_by, updated_at, source_endpoint, target_delivery_domain, workloads, resources)
    values ($1, $2, $3, 'validate', null, $4, $5, 'submitted', $6, $7, 'ferry-admin', $7, $8, $9, $10::text[],
      $11::uuid[])
    returning id
  ), person as (
    insert into job_people (job_id, person_id, position)
    select job.id, entry.id, entry.position from job, unnest($11::uuid[]) with ordinality as entry (id, position)
  ), run as (
    insert into workload_runs (job_id, person_id, service, status, updated_at)
    select job.id, person, service, 'notStarted', $7
    from job, unnest($11::uuid[]) as person, unnest($10::text[]) as service
  )
  insert into job_events (job_id, to_status, cause, actor, at)
  select id, 'submitted', 'created', 'ferry-admin', $7 from job`;

/** Writes the rows that the service writes for a job. One statement: a baseline is to be hard to beat. */
export async function insertJob(query, job) {
  await query(STATEMENT, [
    job.id,
    TENANT,
    job.displayName,
    job.sourceTenantId,
    job.completeAfterDateTime,
    'The migration job has been submitted.',
    job.createdDateTime,
    job.exchangeSettings.sourceEndpoint,
    job.exchangeSettings.targetDeliveryDomain,
    job.workloads,
    job.resources,
  ]);
}
