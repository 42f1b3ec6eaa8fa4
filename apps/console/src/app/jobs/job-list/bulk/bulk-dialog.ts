import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  type MatDialog,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import type { JobSummary } from '@ferry/contracts';
import { firstValueFrom } from 'rxjs';
import { ServiceClock } from '../../../clock/service-clock';
import { DateTimeField } from '../../../ui/date-time-field/date-time-field';
import { Icon } from '../../../ui/icon/icon';
import type { IconName } from '../../../ui/icon/icons';
import { Meter } from '../../../ui/meter/meter';
import type { Tone } from '../../../ui/tone';
import { type BulkAction, type BulkLine, BulkRun } from '../../data/bulk-run';
import { BULK_TEXTS, BULK_WORDS, consequence, jobsText, LINE_LABELS } from './bulk.texts';

/** What is asked of which jobs. */
export interface BulkWish {
  readonly action: BulkAction;
  readonly jobs: readonly JobSummary[];
}

const LINE_LOOKS: Readonly<Record<BulkLine['state'], { readonly tone: Tone; readonly icon: IconName }>> = {
  refused: { tone: 'idle', icon: 'ban' },
  ready: { tone: 'wait', icon: 'circle-dashed' },
  running: { tone: 'run', icon: 'refresh' },
  done: { tone: 'ok', icon: 'circle-check' },
  failed: { tone: 'bad', icon: 'circle-x' },
};

/** Shows what an action would do to each of many jobs, does it one by one, and says what has become of each. */
@Component({
  selector: 'ferry-bulk-dialog',
  imports: [DateTimeField, Icon, MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, Meter],
  providers: [BulkRun],
  templateUrl: './bulk-dialog.html',
  styleUrl: './bulk-dialog.css',
})
export class BulkDialog {
  private readonly wish = inject<BulkWish>(MAT_DIALOG_DATA);
  private readonly clock = inject(ServiceClock);
  protected readonly run = inject(BulkRun);

  protected readonly texts = BULK_TEXTS;
  protected readonly action = this.wish.action;
  protected readonly words = BULK_WORDS[this.action];
  protected readonly date = signal<Date | null>(latestDate(this.wish.jobs));
  protected readonly begun = computed(() => this.run.done() + this.run.failed() > 0 || this.run.running());
  protected readonly heading = computed(() => this.words.confirm(jobsText(this.wish.jobs.length)));
  protected readonly confirm = computed(() => this.words.confirm(jobsText(this.run.ready())));
  protected readonly again = computed(() => this.texts.again(jobsText(this.run.failed() + this.run.ready())));
  protected readonly dateFault = computed(() => {
    if (this.action !== 'update') return null;
    const date = this.date();
    if (date === null) return this.texts.incomplete;
    return date <= this.clock.now() ? this.texts.past : null;
  });
  protected readonly ratio = computed(() => {
    const settled = this.run.done() + this.run.failed();
    const all = this.run.lines().length - this.run.refused();
    return all === 0 ? 0 : settled / all;
  });
  protected readonly result = computed(() => {
    const { done, failed, refused, ready } = this.run;
    const parts = [
      `${jobsText(done())} done`,
      ...(failed() > 0 ? [`${failed()} failed`] : []),
      ...(ready() > 0 ? [`${ready()} not asked`] : []),
      ...(refused() > 0 ? [`${refused()} left alone`] : []),
    ];
    return parts.join(', ');
  });
  /** What will be done comes first, and what went wrong before everything else. */
  protected readonly lines = computed(() => {
    const now = this.clock.now();
    const order: readonly BulkLine['state'][] = ['failed', 'running', 'ready', 'done', 'refused'];
    return [...this.run.lines()]
      .sort((one, other) => (this.begun() ? 0 : order.indexOf(one.state) - order.indexOf(other.state)))
      .map(({ job, state, reason }) => ({
        id: job.job.id,
        name: job.job.displayName,
        label: LINE_LABELS[state],
        text: reason ?? consequence(this.action, job, this.date(), now),
        ...LINE_LOOKS[state],
      }));
  });

  constructor() {
    this.run.prepare(this.action, this.wish.jobs);
  }

  protected start(): void {
    void this.run.run(this.action, this.date());
  }
}

/** The date that no chosen job is brought forward by. */
function latestDate(jobs: readonly JobSummary[]): Date | null {
  const dates = jobs.map(({ job }) => job.completeAfterDateTime.getTime());
  return dates.length === 0 ? null : new Date(Math.max(...dates));
}

/** Opens the preview; comes back when it is closed, whatever was done. */
export async function openBulkDialog(dialogs: MatDialog, wish: BulkWish): Promise<void> {
  const dialog = dialogs.open<BulkDialog, BulkWish>(BulkDialog, { data: wish, width: '680px', maxWidth: '96vw' });
  await firstValueFrom(dialog.afterClosed());
}
