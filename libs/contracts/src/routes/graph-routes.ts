/** The prefixes under which the contract is served; '' is the address without a version (design, section 4). */
export const GRAPH_VERSIONS = ['beta', 'v1.0'] as const;

/** A version segment of the contract's addresses. */
export type GraphVersion = (typeof GRAPH_VERSIONS)[number];

const ROOT = 'solutions/migrations';
const JOBS = `${ROOT}/crossTenantMigrationJobs`;

/** Addresses of the contract below a version prefix, without a leading slash; ids are percent-encoded (contract page 1.1). */
export const GRAPH_ROUTES = {
  /** Several requests in one. */
  batch: '$batch',
  /** The root that holds the jobs of the caller's tenant. */
  root: ROOT,
  /** The collection of jobs. */
  jobs: JOBS,
  /** One job, by id or by name. */
  job: (idOrName: string) => `${JOBS}/${encodeURIComponent(idOrName)}`,
  /** An action of a job. */
  jobAction: (idOrName: string, action: 'validate' | 'migrate' | 'cancel') =>
    `${JOBS}/${encodeURIComponent(idOrName)}/${action}`,
  /** The people of a job. */
  users: (idOrName: string) => `${JOBS}/${encodeURIComponent(idOrName)}/users`,
  /** One person of a job. */
  user: (idOrName: string, personId: string) =>
    `${JOBS}/${encodeURIComponent(idOrName)}/users/${encodeURIComponent(personId)}`,
  /** Takes one person out of a job. */
  userCancel: (idOrName: string, personId: string) =>
    `${JOBS}/${encodeURIComponent(idOrName)}/users/${encodeURIComponent(personId)}/cancel`,
} as const;
