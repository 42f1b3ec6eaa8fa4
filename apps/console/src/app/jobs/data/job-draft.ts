import { ResourceType, Workload } from '@ferry/contracts';
import { missingDependencies } from '@ferry/domain';
import { WORKLOAD_FACES } from '../labels/workload-faces';
import type { CreateJobBody } from './create-job-body';

/** What the form holds. `cutover` null means as soon as mailboxes are synced. */
export interface JobDraft {
  readonly displayName: string;
  readonly sourceTenantId: string;
  readonly sourceEndpoint: string;
  readonly targetDeliveryDomain: string;
  readonly workloads: readonly Workload[];
  readonly when: 'atDate' | 'asSoonAsSynced';
  readonly cutover: Date | null;
  readonly people: readonly string[];
}

const MINUTE = 60_000;

/** The request body of a draft: no `jobType`, so the job waits for somebody to validate it. */
export function bodyOf(draft: JobDraft, now: Date): CreateJobBody {
  const { displayName, sourceTenantId, sourceEndpoint, targetDeliveryDomain, workloads, people } = draft;
  const movesMail = workloads.includes(Workload.Exchange);
  return {
    '@odata.type': '#microsoft.graph.crossTenantMigrationJob',
    displayName: displayName.trim(),
    sourceTenantId,
    completeAfterDateTime: cutoverOf(draft, now)?.toISOString() ?? '',
    workloads: [...workloads],
    resourceType: ResourceType.Users,
    resources: [...people],
    ...(movesMail ? { exchangeSettings: { sourceEndpoint, targetDeliveryDomain: targetDeliveryDomain.trim() } } : {}),
  };
}

/** The earliest cutover that the draft asks for; null while its date is incomplete. */
export function cutoverOf({ when, cutover }: Pick<JobDraft, 'when' | 'cutover'>, now: Date): Date | null {
  return when === 'asSoonAsSynced' ? new Date(now.getTime() + MINUTE) : cutover;
}

/** Why the chosen workloads do not go together, in words; null when they do. */
export function workloadFault(workloads: readonly Workload[]): string | null {
  if (workloads.length === 0) return 'Choose what moves.';
  const missing = missingDependencies(workloads).map(({ workload, needs }) => {
    const names = needs.map((needed) => WORKLOAD_FACES[needed].label).join(' and ');
    return `${WORKLOAD_FACES[workload].label} needs ${names}.`;
  });
  return missing.length === 0 ? null : missing.join(' ');
}
