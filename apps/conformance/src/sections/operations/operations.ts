import type { Check } from '../../checks/check';
import { CHANGE_OPERATIONS } from './change';
import { CREATE_OPERATIONS } from './create';
import { LIST_OPERATIONS } from './list';
import { PEOPLE_OPERATIONS } from './people';
import { READ_OPERATIONS } from './read';

/** Every operation of the contract by the id of a job (contract page 1.1). `migrate` is in the lifecycle. */
export const OPERATIONS: readonly Check[] = [
  ...LIST_OPERATIONS,
  ...CREATE_OPERATIONS,
  ...READ_OPERATIONS,
  ...CHANGE_OPERATIONS,
  ...PEOPLE_OPERATIONS,
];
