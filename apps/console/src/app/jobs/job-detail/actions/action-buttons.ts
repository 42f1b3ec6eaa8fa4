import { JobStatus } from '@ferry/contracts';
import type { JobAction } from '@ferry/domain';
import type { IconName } from '../../../ui/icon/icons';

/** A button of the page head. */
export interface ActionButton {
  readonly action: JobAction;
  readonly label: string;
  readonly icon: IconName;
  readonly kind: 'primary' | 'plain' | 'danger';
}

const LABELS: Readonly<Record<JobAction, string>> = {
  validate: 'Validate',
  migrate: 'Migrate',
  approve: 'Approve migration',
  cancel: 'Cancel job',
  update: 'Move cutover date',
  delete: 'Delete',
};

const ICONS: Readonly<Record<JobAction, IconName>> = {
  validate: 'checklist',
  migrate: 'player-play',
  approve: 'check',
  cancel: 'ban',
  update: 'calendar-event',
  delete: 'trash',
};

/** From the one that brings the job on to those that end it; the first decides, if it is not a danger. */
const ORDER: readonly JobAction[] = ['approve', 'migrate', 'validate', 'update', 'cancel', 'delete'];
const DANGERS: ReadonlySet<JobAction> = new Set(['cancel', 'delete']);

/** What may be done now as buttons, the primary one last, as it stands outermost. */
export function actionButtons(allowed: readonly JobAction[], status: JobStatus): ActionButton[] {
  const actions = ORDER.filter((action) => allowed.includes(action));
  const primary = actions.find((action) => !DANGERS.has(action));
  return actions
    .map((action): ActionButton => {
      const kind = DANGERS.has(action) ? 'danger' : action === primary ? 'primary' : 'plain';
      return { action, label: labelOf(action, status), icon: ICONS[action], kind };
    })
    .reverse();
}

/** The same call is another deed after a failure: the label says so. */
function labelOf(action: JobAction, status: JobStatus): string {
  const again = status === JobStatus.ValidateFailed || status === JobStatus.ValidatePassed;
  const retry = status === JobStatus.CompletedWithErrors || status === JobStatus.Failed;
  if (action === 'validate' && again) return 'Validate again';
  if (action === 'migrate' && retry) return 'Retry';
  return LABELS[action];
}
