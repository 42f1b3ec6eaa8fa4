import { GRAPH_VERSIONS, type GraphVersion } from '@ferry/contracts';
import { segmentOfKey } from './entity-key';

const VERSION = /^\/(beta|v1\.0)(?=\/|$)/i;
const CONTRACT = /^\/(?:solutions(?:\/|$)|\$batch$|\$metadata$|%24batch$|%24metadata$)/i;
const JOBS = /^\/solutions\/migrations\/crossTenantMigrationJobs/i;
/** The characters of OData's key syntax that clients may percent-encode. */
const ENCODED_SYNTAX = /%(?:27|28|29|3D)/gi;
const KEY_NAME = /^(?:(displayName|id)\s*=\s*)?/i;

/** The version that a request asked for, or null for the address without one. */
export function graphVersionOf(path: string): GraphVersion | null {
  const asked = VERSION.exec(path)?.[1]?.toLowerCase();
  return GRAPH_VERSIONS.find((version) => version === asked) ?? null;
}

/** Whether a path without a version belongs to the contract. */
export function isContractPath(path: string): boolean {
  return CONTRACT.test(path);
}

/**
 * The path under which the contract's controllers are registered: without a version, keys as segments, actions without
 * `microsoft.graph.` (contract page 1.1 and 5.7). A path outside the contract, and a key that cannot be read, stay as
 * they are. Takes and gives percent-encoded paths without a query.
 */
export function contractPath(path: string): string {
  const unversioned = path.replace(VERSION, '');
  if (!isContractPath(unversioned)) return path;
  const [collection] = JOBS.exec(unversioned) ?? [];
  if (collection === undefined) return unversioned.replace(/^\/%24/, '/$');
  return collection + jobSegments(unversioned.slice(collection.length));
}

/** The rest of a path after the collection of jobs. */
function jobSegments(rest: string): string {
  const keyed = readKey(rest);
  if (keyed) return keyed.segment + afterJob(keyed.rest);
  // A plain segment is a key, whatever it looks like; only the old collection-bound action is none.
  const [, key = '', more = ''] = /^(\/[^/]*)?(.*)$/s.exec(rest) ?? [];
  return (
    key.replace(/^\/microsoft\.graph\.validate$/i, '/validate').replace(/^\/%24count$/i, '/$count') + afterJob(more)
  );
}

/** The rest of a path after a job: its people, actions and counts. */
function afterJob(rest: string): string {
  const [, users] = /^(\/users)(?=[(%/]|$)/i.exec(rest) ?? [];
  if (users === undefined) return plainAction(rest);
  const keyed = readKey(rest.slice(users.length));
  return keyed ? users + keyed.segment + plainAction(keyed.rest) : users + plainAction(rest.slice(users.length));
}

function plainAction(rest: string): string {
  return rest.replace(/\/microsoft\.graph\.(?=[^/]+$)/i, '/').replace(/\/%24(?=count$|ref$)/i, '/$');
}

/** Reads `('..')`, `(id)` or `(displayName='..')` at the beginning of a text, as a path segment. */
function readKey(text: string): { segment: string; rest: string } | undefined {
  if (!/^(?:\(|%28)/i.test(text)) return undefined;
  const plain = text.replace(ENCODED_SYNTAX, decodeURIComponent);
  const [, inside, rest] = /^\(((?:[^'()/]|'(?:[^']|'')*')+)\)(.*)$/s.exec(plain) ?? [];
  if (inside === undefined || rest === undefined || (rest !== '' && !rest.startsWith('/'))) return undefined;
  const [name = '', member] = KEY_NAME.exec(inside) ?? [];
  const value = literal(inside.slice(name.length));
  if (value === undefined) return undefined;
  const by = member?.toLowerCase() === 'displayname' ? 'displayName' : 'idOrDisplayName';
  return { segment: `/${segmentOfKey({ by, value })}`, rest };
}

/** The text of an OData literal in a key: quotes doubled inside quotes, or a bare id. */
function literal(encoded: string): string | undefined {
  try {
    const text = decodeURIComponent(encoded);
    if (/^'.*'$/s.test(text)) return text.slice(1, -1).replaceAll("''", "'");
    return /^[\w-]+$/.test(text) ? text : undefined;
  } catch {
    return undefined;
  }
}
