/** What the groups of operations are about, in the order in which they are shown. */
export const TAGS: Readonly<Record<string, string>> = {
  crossTenantMigrationJobs: 'Jobs of the contract: create them, look for them, and act on them.',
  crossTenantMigrationTasks: 'The people of a job, one task for each.',
  migrationsRoot: 'What holds the jobs of a tenant.',
  $batch: 'Several requests of the contract in one.',
  $metadata: 'The schema of the contract for OData tools.',
  progress: 'Jobs in numbers, and what happens in them: what Graph does not have.',
  decisions: 'What a job waits for a person to decide: approval of a migration, and skipped items.',
  reports: 'Source and target compared.',
  audit: 'Who asked for what in the jobs of the tenant.',
  errors: 'What error codes mean, and what to do about them.',
  tenants: 'Tenants, their migration endpoints, their people, and what these have.',
  Session: 'How to sign in, and who is signed in.',
  sandbox: 'Controls of the sandbox.',
  Health: 'For probes.',
};
