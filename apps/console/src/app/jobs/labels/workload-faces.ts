import { Workload } from '@ferry/contracts';
import type { IconName } from '../../ui/icon/icons';

/** How a workload is called: the contract's word, what moves in it, and what one counts. */
export interface WorkloadFace {
  readonly label: string;
  readonly content: string;
  readonly items: string;
  readonly icon: IconName;
}

export const WORKLOAD_FACES: Readonly<Record<Workload, WorkloadFace>> = {
  [Workload.Exchange]: { label: 'Exchange', content: 'mail', items: 'messages', icon: 'mail' },
  [Workload.ODSP]: { label: 'ODSP', content: 'files', items: 'files', icon: 'cloud' },
  [Workload.Teams]: { label: 'Teams', content: 'chats', items: 'chat messages', icon: 'messages' },
  [Workload.Meeting]: { label: 'Meeting', content: 'meetings', items: 'meetings', icon: 'calendar-event' },
};

/** The order of the columns: mail first, because it cuts over first. */
export const WORKLOAD_COLUMNS: readonly Workload[] = [
  Workload.Exchange,
  Workload.Teams,
  Workload.Meeting,
  Workload.ODSP,
];
