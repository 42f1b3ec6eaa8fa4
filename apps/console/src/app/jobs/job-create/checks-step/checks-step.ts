import { Component, computed, inject, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { ServiceClock } from '../../../clock/service-clock';
import { formatCount } from '../../../format/numbers';
import { preflightFigures } from '../../../preflight/preflight-figures';
import { PreflightFindings } from '../../../preflight/preflight-findings';
import { comparisonText } from '../../../preflight/comparison-text';
import { PREFLIGHT_TEXTS } from '../../../preflight/preflight.texts';
import { EmptyState } from '../../../ui/empty-state/empty-state';
import { FailureNotice } from '../../../ui/failure-notice/failure-notice';
import { Icon } from '../../../ui/icon/icon';
import { Skeleton } from '../../../ui/skeleton/skeleton';
import { JobDraftStore } from '../../data/job-draft-store';
import { PlannedJobsStore } from '../../data/planned-jobs-store';
import { PreflightStore } from '../../data/preflight-store';
import { JOB_CREATE_TEXTS } from '../job-create.texts';
import { nextFocus } from '../next-focus';

/** What all checks find before any job exists, by cause and person, and who stays out because of it. */
@Component({
  selector: 'ferry-checks-step',
  imports: [EmptyState, FailureNotice, Icon, MatButton, PreflightFindings, Skeleton],
  templateUrl: './checks-step.html',
  styleUrls: ['../../../preflight/figures.css', './checks-step.css'],
})
export class ChecksStep {
  protected readonly store = inject(PreflightStore);
  protected readonly plan = inject(PlannedJobsStore);
  private readonly drafts = inject(JobDraftStore);
  private readonly clock = inject(ServiceClock);
  private readonly focus = nextFocus();

  protected readonly texts = JOB_CREATE_TEXTS.checks;
  protected readonly words = PREFLIGHT_TEXTS;
  /** Whether there is enough to ask about. */
  protected readonly canRun = computed(() => {
    const { sourceTenantId, workloads } = this.drafts.draft();
    return this.plan.chosen().length > 0 && sourceTenantId !== '' && workloads.length > 0;
  });
  protected readonly figures = computed(() => {
    const leftOut = formatCount(this.plan.leftOut().size);
    return [
      ...preflightFigures(this.plan.chosen().length, this.store.troubled().size),
      { value: leftOut, label: JOB_CREATE_TEXTS.checks.leftOut, tone: '' },
    ];
  });
  protected readonly comparison = computed(() => {
    const result = this.store.result();
    return result === null
      ? ''
      : comparisonText(
          result,
          untracked(() => this.clock.now()),
        );
  });
  protected readonly running = computed(() => PREFLIGHT_TEXTS.running(this.store.checked(), this.plan.chosen().length));

  constructor() {
    if (untracked(() => this.canRun() && this.store.result() === null)) void this.store.run();
  }

  protected async runAgain(): Promise<void> {
    await this.store.run();
    this.focus('#compared');
  }

  protected leaveOutAll(): void {
    this.store.leaveOut(this.store.troubledAndIn());
    this.focus('#compared');
  }

  protected nameOf = (id: string): string => this.plan.person(id).displayName;

  protected leave({ ids, isOut }: { ids: readonly string[]; isOut: boolean }): void {
    if (isOut) this.store.leaveOut(ids);
    else this.store.takeBack(ids);
  }
}
