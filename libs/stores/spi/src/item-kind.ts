import { Workload } from '@ferry/contracts';

/** What a store holds. A mover copies between stores of the same kind only. */
export type ItemKind = 'message' | 'file' | 'calendarItem' | 'chatMessage';

/** Which kind of item each workload of the contract moves; a new workload does not compile until it is named here. */
export const ITEM_KIND_OF_WORKLOAD: Readonly<Record<Workload, ItemKind>> = {
  [Workload.Exchange]: 'message',
  [Workload.ODSP]: 'file',
  [Workload.Teams]: 'chatMessage',
  [Workload.Meeting]: 'calendarItem',
};
