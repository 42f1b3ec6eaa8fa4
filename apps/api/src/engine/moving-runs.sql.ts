import { inArray, type SQL, sql } from 'drizzle-orm';
import { workloadRuns } from '../database/schema';
import { MOVING } from './moving-runs';

/** `isToMove` in SQL. */
export function canMove(): SQL {
  return sql`(${workloadRuns.phase} = 'recheck'
    or (${workloadRuns.phase} is not null and ${inArray(workloadRuns.status, [...MOVING])}))`;
}
