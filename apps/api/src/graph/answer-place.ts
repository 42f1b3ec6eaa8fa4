import {
  CrossTenantMigrationCancelResponse,
  CrossTenantMigrationJob,
  CrossTenantMigrationTask,
  MigrationsRoot,
} from '@ferry/contracts';
import type { ContractClass } from './type-name';

/** Where an entity or a set of them stands: the service root, and the path below it. */
export interface Place {
  readonly root: string;
  readonly path: string;
}

const ROOT = 'solutions/migrations';
const JOBS = `${ROOT}/crossTenantMigrationJobs`;

/** Classes of entities: what has an address of its own. */
const ENTITIES: ReadonlySet<ContractClass> = new Set([
  CrossTenantMigrationJob,
  CrossTenantMigrationTask,
  MigrationsRoot,
]);

/** Whether instances of a class have addresses. */
export function isEntity(type: ContractClass): boolean {
  return ENTITIES.has(type);
}

/**
 * What an answer consists of and where that stands, as its context says (OData JSON 4.01, section 10): undefined for an
 * answer that does not say it. An answer without any context is that to a cancellation.
 */
export function describedBy(context: unknown): { type: ContractClass; place?: Place } | undefined {
  if (context === undefined) return { type: CrossTenantMigrationCancelResponse };
  const [, root, fragment] = /^(.*)\/\$metadata#(.*)$/s.exec(typeof context === 'string' ? context : '') ?? [];
  if (root === undefined || fragment === undefined) return undefined;
  // The answer to an action names the type alone; what is selected stands in parentheses, a key in quotes.
  if (fragment === 'microsoft.graph.crossTenantMigrationJob') {
    return { type: CrossTenantMigrationJob, place: { root, path: JOBS } };
  }
  const path = fragment.replace(/\/\$entity$/, '').replace(/\((?!').*\)$/s, '');
  if (path === ROOT) return { type: MigrationsRoot, place: { root, path } };
  if (path === JOBS) return { type: CrossTenantMigrationJob, place: { root, path } };
  return path.endsWith('/users') ? { type: CrossTenantMigrationTask, place: { root, path } } : undefined;
}

/** The place of an entity in its set. Undefined without an id; a singleton is its own place. */
export function placeIn({ root, path }: Place, id: unknown): Place | undefined {
  if (path === ROOT) return { root, path };
  return typeof id === 'string' ? { root, path: `${path}('${id}')` } : undefined;
}
