import type { Workload } from '../jobs/workload';

const API = 'api/v1';

/** Addresses of Ferry's own surface, without a leading slash: what Graph does not have lives here (design, section 4). */
export const API_ROUTES = {
  /** How to sign in; needs no token. */
  signIn: `${API}/sign-in`,
  /** Who the caller is and what they may do. */
  session: `${API}/session`,
  /** What the tenant has to know now: what needs a person, what runs, which cutovers are next. */
  overview: `${API}/overview`,
  /**
   * Server-sent: a message for each job of the tenant that changed, an event `deleted` with the id of one that is gone,
   * and an event `gap` when some changes may have been missed. It ends when the token of the caller expires.
   */
  jobChanges: `${API}/jobs/changes`,
  /** The jobs of the tenant as lines of a list, by the query options of the contract. */
  jobs: `${API}/jobs`,
  /** How many there are in each status, by `$filter` and `$search`. */
  jobCounts: `${API}/jobs/counts`,
  /** A job in numbers. */
  job: (id: string) => `${API}/jobs/${id}`,
  /** The people of a job in numbers. */
  jobPeople: (id: string) => `${API}/jobs/${id}/people`,
  /** Server-sent: what changed in a job. It ends when the job is gone, or the token of the caller expires. */
  jobChangesOf: (id: string) => `${API}/jobs/${id}/changes`,
  /** What a job moved, over time. */
  jobThroughput: (id: string) => `${API}/jobs/${id}/throughput`,
  /** What happened in a job, newest first. */
  jobEvents: (id: string) => `${API}/jobs/${id}/events`,
  /** Approves a migration that another person has submitted. */
  jobApproval: (id: string) => `${API}/jobs/${id}/approve`,
  /** Migrates chosen people of a job that has ended once more. */
  jobRetry: (id: string) => `${API}/jobs/${id}/retry`,
  /** The people of the tenant's jobs of whom skipped items wait for a decision. */
  holds: `${API}/holds`,
  /** The items of a person of a job that the target does not take. */
  skippedItems: (id: string, personId: string) => `${API}/jobs/${id}/users/${personId}/skippedItems`,
  /** Accepts that these items were skipped. */
  acceptSkippedItems: (id: string, personId: string) => `${API}/jobs/${id}/users/${personId}/acceptSkippedItems`,
  /** What became of a job, by person, workload and folder: as JSON, CSV or PDF. */
  jobReport: (id: string) => `${API}/jobs/${id}/report`,
  /** What became of one person of a job. */
  personReport: (id: string, personId: string) => `${API}/jobs/${id}/people/${personId}/report`,
  /** The jobs that a person was or is in. */
  personJobs: (personId: string) => `${API}/people/${personId}/jobs`,
  /** Compares source and target of a job that is over once more. */
  jobVerification: (id: string) => `${API}/jobs/${id}/verify`,
  /** The reports of jobs that are over, and those that were kept when their jobs were deleted. */
  reports: `${API}/reports`,
  /** One that was kept: as JSON, CSV or PDF. */
  report: (id: string) => `${API}/reports/${id}`,
  /** Who asked for what in the jobs of the tenant: as JSON, page by page, or as CSV. */
  audit: `${API}/audit`,
  /** The tenants that the caller may know. */
  tenants: `${API}/tenants`,
  /** A tenant that the caller may know. */
  tenant: (tenantId: string) => `${API}/tenants/${tenantId}`,
  /** Tries how a workload of a tenant is reached. */
  tenantServiceTest: (tenantId: string, service: Workload | ':service') =>
    `${API}/tenants/${tenantId}/services/${service}:test`,
  /** The migration endpoints that are registered at a tenant. */
  tenantEndpoints: (tenantId: string) => `${API}/tenants/${tenantId}/endpoints`,
  /** A migration endpoint; a name has to be percent-encoded. */
  tenantEndpoint: (tenantId: string, name: string) => `${API}/tenants/${tenantId}/endpoints/${name}`,
  /** Tries how the source tenant of an endpoint is reached. */
  tenantEndpointTest: (tenantId: string, name: string) => `${API}/tenants/${tenantId}/endpoints/${name}:test`,
  /** The people of a tenant. */
  tenantPeople: (tenantId: string) => `${API}/tenants/${tenantId}/people`,
  /** A person of a tenant. */
  tenantPerson: (tenantId: string, personId: string) => `${API}/tenants/${tenantId}/people/${personId}`,
  /** Brings people in, as CSV or JSON. */
  peopleImport: (tenantId: string) => `${API}/tenants/${tenantId}/people:import`,
  /** Finds people by object ids and addresses. */
  peopleLookup: (tenantId: string) => `${API}/tenants/${tenantId}/people:lookup`,
  /** The header line of a CSV file of people, with an example. */
  peopleTemplate: (tenantId: string) => `${API}/tenants/${tenantId}/people:template`,
  /** The people of a tenant in numbers. */
  peopleSummary: (tenantId: string) => `${API}/tenants/${tenantId}/people:summary`,
  /** Runs all checks before any job exists. */
  preflight: (tenantId: string) => `${API}/tenants/${tenantId}/preflight`,
  /** What a person has in a workload. */
  personItems: (tenantId: string, personId: string, service: Workload) =>
    `${API}/tenants/${tenantId}/people/${personId}/items?service=${service}`,
  /** What the error codes mean. */
  errors: `${API}/errors`,
  /** What an error code means. */
  error: (code: string) => `${API}/errors/${code}`,
  /** The clock of the sandbox. */
  sandboxClock: `${API}/sandbox/clock`,
  /** What the sandbox is made of. */
  sandboxSeed: `${API}/sandbox/seed`,
  /** What is to go wrong in the sandbox. */
  sandboxTroubles: `${API}/sandbox/troubles`,
} as const;
