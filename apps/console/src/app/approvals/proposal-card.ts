import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { JobSummary } from '@ferry/contracts';
import { RelativeTime } from '../clock/relative-time';
import { ServiceClock } from '../clock/service-clock';
import { formatMoment } from '../format/dates';
import { formatQuantity } from '../format/numbers';
import { toServiceError } from '../http/service-error';
import { WORKLOAD_FACES } from '../jobs/labels/workload-faces';
import { Icon } from '../ui/icon/icon';
import { APPROVAL_TEXTS, BAR_TEXTS } from './approvals.texts';
import { ApprovalsApi } from './data/approvals-api';
import type { ApprovalBar } from './data/approval-bar';

/** A migration that somebody proposes: whom it moves, what, when, and the decision about it. */
@Component({
  selector: 'ferry-proposal-card',
  imports: [Icon, MatButton, RelativeTime, RouterLink],
  templateUrl: './proposal-card.html',
  styleUrl: './proposal-card.css',
})
export class ProposalCard {
  readonly proposal = input.required<JobSummary>();
  /** Why whoever looks cannot approve it. */
  readonly bar = input.required<ApprovalBar>();
  readonly canCancel = input(false);
  readonly busy = input(false);

  readonly approve = output();
  readonly cancelJob = output();

  private readonly api = inject(ApprovalsApi);
  private readonly clock = inject(ServiceClock);

  protected readonly texts = APPROVAL_TEXTS;
  protected readonly names = signal<readonly string[] | null>(null);
  protected readonly namesFault = signal<string | null>(null);
  protected readonly barText = computed(() => {
    const bar = this.bar();
    return bar === null ? null : BAR_TEXTS[bar];
  });
  protected readonly people = computed(() => formatQuantity(this.proposal().people, 'person', 'people'));
  protected readonly workloads = computed(() =>
    this.proposal()
      .job.workloads.map((workload) => WORKLOAD_FACES[workload].label)
      .join(', '),
  );
  protected readonly cutover = computed(() =>
    formatMoment(this.proposal().job.completeAfterDateTime, this.clock.now()),
  );

  protected async toggleNames(): Promise<void> {
    if (this.names() !== null) {
      this.names.set(null);
      return;
    }
    this.namesFault.set(null);
    try {
      this.names.set(await this.api.names(this.proposal().job.id));
    } catch (error) {
      this.namesFault.set(toServiceError(error).message);
    }
  }
}
