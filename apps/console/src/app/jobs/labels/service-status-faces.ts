import { ServiceStatus } from '@ferry/contracts';
import type { Face } from './face';

export const SERVICE_STATUS_FACES: Readonly<Record<ServiceStatus, Face>> = {
  [ServiceStatus.NotStarted]: { label: 'Not started', tone: 'idle', icon: 'circle-dashed' },
  [ServiceStatus.Valid]: { label: 'Valid', tone: 'ok', icon: 'circle-check' },
  [ServiceStatus.Invalid]: { label: 'Invalid', tone: 'bad', icon: 'circle-x' },
  [ServiceStatus.Error]: { label: 'Error', tone: 'bad', icon: 'circle-x' },
  [ServiceStatus.InProgress]: { label: 'In progress', tone: 'run', icon: 'refresh' },
  [ServiceStatus.Completed]: { label: 'Completed', tone: 'ok', icon: 'circle-check' },
  [ServiceStatus.Failed]: { label: 'Failed', tone: 'bad', icon: 'circle-x' },
  [ServiceStatus.Cancelled]: { label: 'Cancelled', tone: 'idle', icon: 'circle-minus' },
  [ServiceStatus.PendingCancel]: { label: 'Cancelling', tone: 'wait', icon: 'clock' },
  [ServiceStatus.Syncing]: { label: 'Syncing', tone: 'run', icon: 'refresh' },
  [ServiceStatus.Synced]: { label: 'Synced', tone: 'wait', icon: 'clock' },
  [ServiceStatus.Finalizing]: { label: 'Finalizing', tone: 'run', icon: 'refresh' },
  [ServiceStatus.ForceComplete]: { label: 'Force complete', tone: 'idle', icon: 'circle-minus' },
  [ServiceStatus.UnknownFutureValue]: { label: 'Unknown', tone: 'idle', icon: 'circle-dashed' },
};
