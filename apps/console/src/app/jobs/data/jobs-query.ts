import { JobStatus } from '@ferry/contracts';

/** Columns of the list that the service can sort by, as the address names them, and their members in the contract. */
export const SORT_MEMBERS = {
  name: 'displayName',
  status: 'status',
  endpoint: 'exchangeSettings/sourceEndpoint',
  cutover: 'completeAfterDateTime',
  creator: 'createdBy',
  created: 'createdDateTime',
  updated: 'lastUpdatedDateTime',
} as const;
export type SortKey = keyof typeof SORT_MEMBERS;

/** When the cutover is, seen from now. */
export const CUTOVER_SPANS = ['past', 'day', 'week', 'month'] as const;
export type CutoverSpan = (typeof CUTOVER_SPANS)[number];

/** Which jobs are shown, in which order: what the address of the list says. */
export interface JobsQuery {
  readonly search: string;
  /** None means every status. */
  readonly statuses: readonly JobStatus[];
  /** Only jobs that need a person. */
  readonly attention: boolean;
  readonly creator: string;
  readonly endpoint: string;
  readonly cutover: CutoverSpan | null;
  readonly sort: SortKey;
  readonly descending: boolean;
  /** From 1 on. */
  readonly page: number;
}

export const ALL_JOBS: JobsQuery = {
  search: '',
  statuses: [],
  attention: false,
  creator: '',
  endpoint: '',
  cutover: null,
  sort: 'created',
  descending: true,
  page: 1,
};

/** The parameters of an address; an absent one is undefined. */
export type AddressParameters = Readonly<Record<string, string | undefined>>;

/** Reads an address; what it does not know, or what is no choice, leaves nothing out. */
export function readJobsQuery(parameters: AddressParameters): JobsQuery {
  const { q = '', status = '', attention, by = '', endpoint = '', cutover, sort = '', page } = parameters;
  const named = new Set(status.split(','));
  const key = sort.replace(/^-/, '');
  const isKey = (text: string): text is SortKey => Object.hasOwn(SORT_MEMBERS, text);
  return {
    search: q,
    statuses: Object.values(JobStatus).filter((word) => named.has(word)),
    attention: attention === 'true',
    creator: by,
    endpoint,
    cutover: CUTOVER_SPANS.find((span) => span === cutover) ?? null,
    sort: isKey(key) ? key : ALL_JOBS.sort,
    descending: isKey(key) ? sort.startsWith('-') : ALL_JOBS.descending,
    page: /^[1-9]\d{0,4}$/.test(page ?? '') ? Number(page) : 1,
  };
}

/** The parameters that say a query; whatever says nothing is null, so that a router leaves it out. */
export function jobsQueryParameters(query: JobsQuery): Record<string, string | null> {
  const usualOrder = query.sort === ALL_JOBS.sort && query.descending === ALL_JOBS.descending;
  return {
    q: query.search || null,
    status: query.statuses.join(',') || null,
    attention: query.attention ? 'true' : null,
    by: query.creator || null,
    endpoint: query.endpoint || null,
    cutover: query.cutover,
    sort: usualOrder ? null : `${query.descending ? '-' : ''}${query.sort}`,
    page: query.page === 1 ? null : String(query.page),
  };
}

/** Whether a query leaves any job out. */
export function leavesOut({ search, statuses, attention, creator, endpoint, cutover }: JobsQuery): boolean {
  return (
    statuses.length > 0 || attention || cutover !== null || [search, creator, endpoint].some((text) => text !== '')
  );
}

/** Whether two queries show the same jobs in the same order, wherever the page begins. */
export function isSameView(one: JobsQuery, other: JobsQuery): boolean {
  const said = (query: JobsQuery) => JSON.stringify(jobsQueryParameters({ ...query, page: 1 }));
  return said(one) === said(other);
}
