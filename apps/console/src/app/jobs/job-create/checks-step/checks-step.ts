import { Component, computed, inject, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { FindingChange, type PreflightFinding } from '@ferry/contracts';
import { ServiceClock } from '../../../clock/service-clock';
import { formatMoment } from '../../../format/dates';
import { formatCount } from '../../../format/numbers';
import { EmptyState } from '../../../ui/empty-state/empty-state';
import { FailureNotice } from '../../../ui/failure-notice/failure-notice';
import { Icon } from '../../../ui/icon/icon';
import { Skeleton } from '../../../ui/skeleton/skeleton';
import { JobDraftStore } from '../../data/job-draft-store';
import { PlannedJobsStore } from '../../data/planned-jobs-store';
import { PreflightStore } from '../../data/preflight-store';
import { WORKLOAD_FACES } from '../../labels/workload-faces';
import { JOB_CREATE_TEXTS } from '../job-create.texts';
import { nextFocus } from '../next-focus';
import { CauseCard } from './cause-card';

/** What all checks find before any job exists, by cause and person, and who stays out because of it. */
@Component({
  selector: 'ferry-checks-step',
  imports: [CauseCard, EmptyState, FailureNotice, Icon, MatButton, Skeleton],
  templateUrl: './checks-step.html',
  styleUrl: './checks-step.css',
})
export class ChecksStep {
  protected readonly store = inject(PreflightStore);
  protected readonly plan = inject(PlannedJobsStore);
  private readonly drafts = inject(JobDraftStore);
  private readonly clock = inject(ServiceClock);
  private readonly focus = nextFocus();

  protected readonly texts = JOB_CREATE_TEXTS.checks;
  /** Whether there is enough to ask about. */
  protected readonly canRun = computed(() => {
    const { sourceTenantId, workloads } = this.drafts.draft();
    return this.plan.chosen().length > 0 && sourceTenantId !== '' && workloads.length > 0;
  });
  protected readonly figures = computed(() => {
    const { troubled } = this.store;
    const [all, found] = [this.plan.chosen().length, troubled().size];
    return [
      { value: all, label: JOB_CREATE_TEXTS.checks.checked, tone: '' },
      { value: all - found, label: JOB_CREATE_TEXTS.checks.ready, tone: 'tone-ok' },
      { value: found, label: JOB_CREATE_TEXTS.checks.troubled, tone: found === 0 ? '' : 'tone-bad' },
      { value: this.plan.leftOut().size, label: JOB_CREATE_TEXTS.checks.leftOut, tone: '' },
    ].map((figure) => ({ ...figure, value: formatCount(figure.value) }));
  });
  protected readonly comparison = computed(() => {
    const result = this.store.result();
    if (result === null) return '';
    if (result.previousAt === null) return JOB_CREATE_TEXTS.checks.first;
    const added = result.findings.filter(({ change }) => change === FindingChange.New).length;
    const since = formatMoment(
      result.previousAt,
      untracked(() => this.clock.now()),
    );
    return JOB_CREATE_TEXTS.checks.since(since, added, result.gone.length);
  });
  protected readonly running = computed(() =>
    JOB_CREATE_TEXTS.checks.running(this.store.checked(), this.plan.chosen().length),
  );

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

  protected goneText({ personId, service, code }: PreflightFinding): string {
    return `${this.nameOf(personId)} · ${WORKLOAD_FACES[service].label} · ${code}`;
  }
}
