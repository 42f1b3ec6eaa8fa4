import type { Check } from '../../checks/check';
import { FILTER_MEMBERS } from './filter-members';
import { FILTER_OPERATORS } from './filter-operators';
import { ORDER_AND_SELECT } from './order-and-select';
import { PAGING_CHECKS } from './paging';
import { PEOPLE_QUERIES } from './people';
import { REFUSED_OPTIONS } from './refused-options';

/** Every query option and its refusals (contract page 5.4). */
export const QUERIES: readonly Check[] = [
  ...PAGING_CHECKS,
  ...FILTER_OPERATORS,
  ...FILTER_MEMBERS,
  ...ORDER_AND_SELECT,
  ...PEOPLE_QUERIES,
  ...REFUSED_OPTIONS,
];
