import { AttentionKind } from '@ferry/contracts';
import type { Face } from '../../jobs/labels/face';

/** How a reason looks; the label is for those who do not see the icon. */
export const ATTENTION_FACES: Readonly<Record<AttentionKind, Face>> = {
  [AttentionKind.Failed]: { label: 'Failed', tone: 'bad', icon: 'circle-x' },
  [AttentionKind.SkippedItems]: { label: 'Needs a decision', tone: 'warn', icon: 'alert-triangle' },
  [AttentionKind.Stuck]: { label: 'Stuck', tone: 'warn', icon: 'hourglass' },
  [AttentionKind.Approval]: { label: 'Waits for approval', tone: 'wait', icon: 'square-check' },
  [AttentionKind.ValidationExpiry]: { label: 'Validation expires', tone: 'warn', icon: 'clock' },
  [AttentionKind.Cutover]: { label: 'Cutover is near', tone: 'wait', icon: 'calendar-event' },
};
