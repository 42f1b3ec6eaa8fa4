/* eslint-disable @nx/enforce-module-boundaries -- the memory is that of the service, whose heap it must have */
export { keepHeapSmall } from '../../../apps/api/src/memory/small-heap';
