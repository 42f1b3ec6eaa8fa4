import type { DraftFault } from '../data/job-draft/draft-faults';
import { type JobCreateStep, STEP_OF_FIELD } from './job-create-step';
import { JOB_CREATE_TEXTS } from './job-create.texts';

/** Something to mend, and the element that gets the focus for it. */
export interface StepFault {
  readonly step: JobCreateStep;
  readonly elementId: string;
  readonly message: string;
}

/** How a list of people stands; rows at fault keep anybody from going on. */
export interface ListState {
  readonly openRows: number;
  readonly isLookingUp: boolean;
}

/** Everything to mend, in the order of the steps. A list with rows at fault says that, and not that nobody is chosen. */
export function stepFaults(list: ListState, faults: readonly DraftFault[]): StepFault[] {
  const { people } = JOB_CREATE_TEXTS;
  const ofList: StepFault[] = [];
  if (list.isLookingUp) ofList.push({ step: 'people', elementId: 'people', message: people.waitForLookUp });
  else if (list.openRows > 0) {
    ofList.push({ step: 'people', elementId: 'row-faults', message: people.openFault(list.openRows) });
  }
  const others = faults
    .filter(({ field }) => field !== 'resources' || ofList.length === 0)
    .map((fault): StepFault => ({
      step: STEP_OF_FIELD[fault.field],
      elementId: elementOf(fault),
      message: fault.message,
    }));
  return firstOfEach([...ofList, ...others]);
}

/** Of several jobs without a name, the first one stands for all. */
function firstOfEach(faults: readonly StepFault[]): StepFault[] {
  const messages = faults.map(({ message }) => message);
  return faults.filter(({ message }, index) => messages.indexOf(message) === index);
}

/** The element at which a fault of a field is shown. */
export function elementOf({ field, job }: Pick<DraftFault, 'field' | 'job'>): string {
  switch (field) {
    case 'resources':
      return 'people';
    case 'displayName':
      return job === undefined || job === 0 ? 'displayName' : `displayName-${job}`;
    case 'workloads':
    case 'sourceTenantId':
    case 'sourceEndpoint':
    case 'targetDeliveryDomain':
    case 'completeAfterDateTime':
      return field;
  }
}
