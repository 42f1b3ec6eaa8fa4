/** What `routerLink` and `queryParams` take. */
export interface PageLink {
  readonly path: readonly string[];
  readonly query: Readonly<Record<string, string>> | null;
}

/** The page of a job. */
export function jobLink(id: string): PageLink {
  return { path: ['/jobs', id], query: null };
}

/** The people of a job who failed. */
export function failuresLink(id: string): PageLink {
  return { path: ['/jobs', id], query: { show: 'failed' } };
}

/** The page of somebody of a job: what failed, why, and what to do. */
export function personLink(jobId: string, personId: string): PageLink {
  return { path: ['/jobs', jobId, 'people', personId], query: null };
}
