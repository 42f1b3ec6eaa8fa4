import { JobHealth, type JobSummary } from '@ferry/contracts';
import { formatQuantity } from '../../format/numbers';
import type { Face } from './face';

export const HEALTH_FACES: Readonly<Record<JobHealth, Face>> = {
  [JobHealth.OnTrack]: { label: 'On track', tone: 'ok', icon: 'circle-check' },
  [JobHealth.Stuck]: { label: 'Stuck', tone: 'warn', icon: 'hourglass' },
  [JobHealth.Failing]: { label: 'Failing', tone: 'bad', icon: 'circle-x' },
  [JobHealth.NeedsPerson]: { label: 'Needs a person', tone: 'warn', icon: 'alert-triangle' },
};

/** How a job fares, with the number that says most; null where nothing is to be judged. */
export function healthFace(summary: JobSummary): Face | null {
  const { health } = summary;
  return health === null ? null : { ...HEALTH_FACES[health], label: healthText(health, summary) };
}

function healthText(health: JobHealth, { awaitsApproval, heldPeople, failedPeople, stuck }: JobSummary): string {
  const { label } = HEALTH_FACES[health];
  switch (health) {
    case JobHealth.OnTrack:
      return label;
    case JobHealth.Stuck:
      return formatQuantity(stuck, 'workload stuck', 'workloads stuck');
    case JobHealth.Failing:
      return failedPeople === 0 ? label : formatQuantity(failedPeople, 'person failed', 'people failed');
    case JobHealth.NeedsPerson:
      if (awaitsApproval) return 'Waits for approval';
      return heldPeople === 0 ? label : formatQuantity(heldPeople, 'person on hold', 'people on hold');
  }
}
