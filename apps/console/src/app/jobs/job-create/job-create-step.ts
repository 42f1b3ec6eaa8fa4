import type { DraftField } from '../data/job-draft/draft-faults';

/** The steps of the flow, in their order; the word stands in the address. */
export const JOB_CREATE_STEPS = ['people', 'content', 'checks', 'plan', 'review'] as const;

export type JobCreateStep = (typeof JOB_CREATE_STEPS)[number];

/** The step in which a field is filled in. */
export const STEP_OF_FIELD: Readonly<Record<DraftField, JobCreateStep>> = {
  resources: 'people',
  workloads: 'content',
  sourceTenantId: 'content',
  sourceEndpoint: 'content',
  targetDeliveryDomain: 'content',
  completeAfterDateTime: 'plan',
  displayName: 'plan',
};

/** The step that an address names; the first one for any other word. */
export function stepOf(word: string | null): JobCreateStep {
  return JOB_CREATE_STEPS.find((step) => step === word) ?? 'people';
}
