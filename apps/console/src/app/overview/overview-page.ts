import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { AttentionAction } from '@ferry/contracts';
import { ServiceClock } from '../clock/service-clock';
import { formatDateTime, formatMoment } from '../format/dates';
import { SessionStore } from '../session/session-store';
import { isConfirmed } from '../ui/confirm-dialog/confirm-dialog';
import { FailureNotice } from '../ui/failure-notice/failure-notice';
import { Icon } from '../ui/icon/icon';
import { Skeleton } from '../ui/skeleton/skeleton';
import { AttentionCard } from './attention/attention-card';
import { type AttentionLine, attentionLine } from './attention/attention-line';
import { MIGRATE_QUESTION } from './attention/attention.texts';
import { CutoversCard } from './cutovers/cutovers-card';
import { OverviewStore } from './data/overview-store';
import { FirstSteps } from './first-steps/first-steps';
import { OVERVIEW_TEXTS } from './overview.texts';
import { RunningCard } from './running/running-card';
import { runningLine } from './running/running-line';

/** What needs a person now, what runs, and what comes next. */
@Component({
  selector: 'ferry-overview-page',
  imports: [AttentionCard, CutoversCard, FailureNotice, FirstSteps, Icon, MatButton, RouterLink, RunningCard, Skeleton],
  templateUrl: './overview-page.html',
  styleUrl: './overview-page.css',
  providers: [OverviewStore],
  host: { class: 'page' },
})
export class OverviewPage {
  private readonly clock = inject(ServiceClock);
  private readonly dialogs = inject(MatDialog);

  protected readonly store = inject(OverviewStore);
  protected readonly session = inject(SessionStore);
  protected readonly texts = OVERVIEW_TEXTS;
  /** To the minute: what is shown in spans is not built anew each second. */
  protected readonly now = computed(() => this.clock.now(), {
    equal: (a, b) => Math.floor(a.getTime() / 60_000) === Math.floor(b.getTime() / 60_000),
  });
  protected readonly subtitle = computed(() => {
    const tenant = this.session.session()?.tenant.displayName ?? '';
    return `${tenant} · ${formatDateTime(this.now())}`;
  });
  protected readonly attention = computed(() => {
    const reader = {
      now: this.now(),
      actor: this.session.session()?.actor ?? null,
      canWrite: this.session.canWrite(),
    };
    return this.store.overview()?.attention.map((attention) => attentionLine(attention, reader)) ?? [];
  });
  protected readonly running = computed(() => this.store.overview()?.running.map(runningLine) ?? []);

  protected async ask({ job, action }: AttentionLine): Promise<void> {
    if (action === AttentionAction.Migrate && !(await this.mayMigrate(job.id))) return;
    if (action !== AttentionAction.Open) await this.store.act(job.id, action);
  }

  private async mayMigrate(id: string): Promise<boolean> {
    const job = this.store.overview()?.attention.find((attention) => attention.job.id === id)?.job;
    if (job === undefined) return false;
    const { heading, text, confirm, keep } = MIGRATE_QUESTION;
    const moment = formatMoment(job.completeAfterDateTime, this.now());
    return isConfirmed(this.dialogs, { heading: heading(job.displayName), text: text(moment), confirm, keep });
  }
}
