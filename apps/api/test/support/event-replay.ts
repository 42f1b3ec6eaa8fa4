import { type JobEvent, type JobStatus, PersonMembership, ServiceStatus } from '@ferry/contracts';
import { JOB_TRANSITIONS, SERVICE_TRANSITIONS } from '@ferry/domain';

/** Where everything of a job stands: by `job`, by the id of a person, or by both the id and the workload. */
export type Standing = ReadonlyMap<string, string>;

/** What a replay led to, and what was wrong on the way. */
export interface Replay {
  readonly standing: Standing;
  readonly faults: readonly string[];
}

/**
 * Replays the events of a job from the first one on. People who were in the job from its creation on, and their
 * workloads, begin without an event.
 */
export function replay(events: readonly JobEvent[], begin: Standing): Replay {
  const standing = new Map(begin);
  const faults: string[] = [];
  let last = 0;
  for (const event of events) {
    const { id, personId, service, fromStatus, toStatus, cause, actor } = event;
    const key = [personId ?? 'job', ...(service === null ? [] : [service])].join(' ');
    const say = (what: string) => faults.push(`event ${id}, ${key}, ${fromStatus} to ${toStatus}: ${what}`);
    if (id <= last) say(`comes after ${last}`);
    if (cause === '' || actor === '') say('has no cause or no actor');
    if ((standing.get(key) ?? null) !== fromStatus) say(`stood at ${standing.get(key)}`);
    if (!isLegal(event)) say('is no transition of the lifecycle');
    standing.set(key, toStatus);
    last = id;
  }
  return { standing, faults };
}

/** Whether the lifecycle has the transition; an event that leaves the status alone tells of something else. */
function isLegal({ personId, service, fromStatus, toStatus }: JobEvent): boolean {
  if (fromStatus === toStatus) return true;
  if (fromStatus === null) return service === null || toStatus === ServiceStatus.NotStarted;
  if (personId === null) return leadsTo(JOB_TRANSITIONS[fromStatus as JobStatus], toStatus);
  if (service === null) return fromStatus === PersonMembership.Added && toStatus === PersonMembership.Removed;
  return leadsTo(SERVICE_TRANSITIONS[fromStatus as ServiceStatus], toStatus);
}

const leadsTo = (arrows: Readonly<Partial<Record<string, string>>>, status: string): boolean =>
  Object.values(arrows).includes(status);
