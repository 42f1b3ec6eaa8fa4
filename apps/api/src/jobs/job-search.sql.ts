import type { SearchTerm } from '@ferry/odata';
import { type SQL, sql } from 'drizzle-orm';
import { jobs } from '../database/schema';

/** A text as `$search` compares it: in small letters, and composed, so that an accent is found however it was typed. */
const comparable = (text: string): string => text.normalize('NFC').toLowerCase();

/** What `$search` looks through: name and creator of a job. Kept beside the job, because databases know few small letters. */
export function searchTextOf(job: { readonly displayName: string; readonly createdBy: string }): string {
  return comparable(`${job.displayName}\n${job.createdBy}`);
}

/** A job is found when it holds every term, wherever in its name or its creator's (contract page 5.4: API-specific). */
export function jobSearch(terms: readonly SearchTerm[]): SQL {
  const conditions = terms.map(({ text }) => sql`strpos(${jobs.searchText}, ${comparable(text)}) > 0`);
  return sql`(${sql.join(conditions, sql` and `)})`;
}
