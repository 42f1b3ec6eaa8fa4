import type { GraphErrorDetail } from '../graph/graph-http-error';

/** The part of a request in a batch that says what comes first. */
export interface Dependent {
  /** Undefined where a request has no id that could be one. */
  readonly id: string | undefined;
  readonly dependsOn: readonly string[];
}

/** Ids are compared without regard to letter case (contract page 5.8). */
export const idKey = (id: string): string => id.toLowerCase();

/** What is wrong with the ids and dependencies of the requests of a batch: doubled, unknown, or in a circle. */
export function dependencyFaults(requests: readonly Dependent[]): GraphErrorDetail[] {
  const places = new Map<string, number>();
  const faults: GraphErrorDetail[] = [];
  for (const [place, { id }] of requests.entries()) {
    if (id === undefined) continue;
    if (places.has(idKey(id))) {
      const message = `The id '${id}' is that of another request, too; ids are compared without regard to letter case.`;
      faults.push({ code: 'duplicateId', message, target: `requests[${place}].id` });
    } else {
      places.set(idKey(id), place);
    }
  }
  const edges = requests.map(({ dependsOn }) => dependsOn.map((id) => places.get(idKey(id))));
  for (const [place, { dependsOn }] of requests.entries()) {
    for (const [index, id] of dependsOn.entries()) {
      if (edges[place]?.[index] !== undefined) continue;
      const message = `No request of the batch has the id '${id}'.`;
      faults.push({ code: 'unknownDependency', message, target: `requests[${place}].dependsOn[${index}]` });
    }
    if (!reaches(place, place, edges)) continue;
    const message = 'The request depends on itself, directly or through others.';
    faults.push({ code: 'circularDependency', message, target: `requests[${place}].dependsOn` });
  }
  return faults;
}

/** Whether a request depends on another, directly or through others; both are places in the list of edges. */
function reaches(from: number, goal: number, edges: readonly (readonly (number | undefined)[])[]): boolean {
  const seen = new Set<number>();
  const open = [from];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    for (const next of edges[place] ?? []) {
      if (next === goal) return true;
      if (next === undefined || seen.has(next)) continue;
      seen.add(next);
      open.push(next);
    }
  }
  return false;
}
