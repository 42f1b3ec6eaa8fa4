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

/** Somebody of a job who is in trouble, found by name among those who are. */
export function personLink(jobId: string, name: string): PageLink {
  return { path: ['/jobs', jobId], query: { show: 'failed', search: name } };
}
