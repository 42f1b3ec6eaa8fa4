import { type SQL, sql } from 'drizzle-orm';

/**
 * Whether an event tells what a caller asked for, and not what followed for each workload of each person: it is about the
 * job or a whole person, or it is no transition. An index is built on these very words.
 */
export function wasAsked(table: string): SQL {
  const [actor, service, from, to] = ['actor', 'service', 'from_status', 'to_status'].map((name) =>
    sql.raw(`"${table}"."${name}"`),
  );
  return sql`(${actor} <> 'engine' and (${service} is null or ${from} = ${to}))`;
}
