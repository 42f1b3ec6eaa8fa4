import type { JobCounts } from '@ferry/contracts';
import { type CutoverSpan, type JobsQuery, SORT_MEMBERS } from './jobs-query';

/** Rows of a page: as many as a table shows without a pause. */
export const PAGE_SIZE = 100;

const DAY = 86_400_000;
const SPAN_DAYS: Readonly<Record<Exclude<CutoverSpan, 'past'>, number>> = { day: 1, week: 7, month: 30 };

/** A query in the options of the contract. */
export interface JobsOptions {
  /** Everything but the statuses; the counts by status are made with it. */
  readonly filter: string | null;
  readonly statuses: string | null;
  readonly search: string | null;
  readonly attention: boolean;
  readonly orderby: string;
  readonly skip: number;
}

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** What the service is asked for a query at a moment. */
export function jobsOptions(query: JobsQuery, now: Date): JobsOptions {
  const { creator, endpoint, cutover, statuses, search } = query;
  const conditions = [
    ...(creator === '' ? [] : [`contains(createdBy,${text(creator)})`]),
    ...(endpoint === '' ? [] : [`contains(exchangeSettings/sourceEndpoint,${text(endpoint)})`]),
    ...(cutover === null ? [] : cutoverConditions(cutover, now)),
  ];
  return {
    filter: conditions.join(' and ') || null,
    statuses: statuses.length === 0 ? null : `status in (${statuses.map(text).join(',')})`,
    search: searchTerms(search),
    attention: query.attention,
    orderby: `${SORT_MEMBERS[query.sort]} ${query.descending ? 'desc' : 'asc'}`,
    skip: (query.page - 1) * PAGE_SIZE,
  };
}

/** How many jobs a query shows on all its pages; the counts were made with the same filter and search. */
export function totalOf(counts: JobCounts, { statuses, attention }: JobsQuery): number {
  if (attention) return counts.needAttention;
  if (statuses.length === 0) return counts.jobs;
  return counts.statuses.reduce((sum, { status, jobs }) => sum + (statuses.includes(status) ? jobs : 0), 0);
}

function cutoverConditions(span: CutoverSpan, now: Date): string[] {
  if (span === 'past') return [`completeAfterDateTime lt ${now.toISOString()}`];
  const end = new Date(now.getTime() + SPAN_DAYS[span] * DAY);
  return [`completeAfterDateTime ge ${now.toISOString()}`, `completeAfterDateTime lt ${end.toISOString()}`];
}

/** Each word in quotes, so that whatever is typed is a word and no operator of `$search`. */
function searchTerms(search: string): string | null {
  const words = search.replaceAll(/["\\]/g, ' ').split(/\s+/).filter(Boolean);
  return words.map((word) => `"${word}"`).join(' ') || null;
}
