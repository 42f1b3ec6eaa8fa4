import { Component, computed, effect, inject, Injector, input, runInInjectionContext, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Router, RouterLink } from '@angular/router';
import type { JobProgress, PersonProgress } from '@ferry/contracts';
import type { JobAction } from '@ferry/domain';
import { ServiceClock } from '../../clock/service-clock';
import { formatQuantity } from '../../format/numbers';
import { SessionStore } from '../../session/session-store';
import { PageTitle } from '../../shell/page-title';
import { isConfirmed } from '../../ui/confirm-dialog/confirm-dialog';
import { Breadcrumb, type Crumb } from '../../ui/breadcrumb/breadcrumb';
import { EmptyState } from '../../ui/empty-state/empty-state';
import { FailureNotice } from '../../ui/failure-notice/failure-notice';
import { Icon } from '../../ui/icon/icon';
import { PaintTurns } from '../../ui/paint-turns/paint-turns';
import { Pill } from '../../ui/pill/pill';
import { Skeleton } from '../../ui/skeleton/skeleton';
import { JOB_STATUS_FACES } from '../labels/job-status-faces';
import { actionButtons } from './actions/action-buttons';
import { askCutoverDate } from './actions/move-cutover-dialog';
import { cancelQuestion, deleteQuestion, removePersonQuestion } from './actions/questions';
import { DecisionsCard } from './decisions/decisions-card';
import { pendingDecisions } from './decisions/pending-decisions';
import { askAboutSkippedItems } from './decisions/skipped-items-dialog';
import { JobEvents } from './events/job-events';
import { FailuresCard } from './failures/failures-card';
import { groupFailures, leftOutItems } from './failures/failure-groups';
import { KeyFigures, keyFigures } from './figures/key-figures';
import { PeopleCard } from './grid/people-card';
import { JobStore } from '../data/job-store';
import { ThroughputCard } from './throughput/throughput-card';
import { LifecycleRail } from './lifecycle/lifecycle-rail';
import { lifecycleSteps } from './lifecycle/lifecycle-steps';
import { JOB_DETAIL_TEXTS } from './job-detail.texts';

/** Everything about one job, live: where it stands, what may be done, who is where, what went wrong and how to mend it. */
@Component({
  selector: 'ferry-job-detail-page',
  imports: [
    Breadcrumb,
    DecisionsCard,
    EmptyState,
    FailureNotice,
    FailuresCard,
    Icon,
    JobEvents,
    KeyFigures,
    LifecycleRail,
    MatButton,
    PeopleCard,
    Pill,
    RouterLink,
    Skeleton,
    ThroughputCard,
  ],
  templateUrl: './job-detail-page.html',
  styleUrl: './job-detail-page.css',
  providers: [JobStore],
  host: { class: 'page' },
})
export class JobDetailPage {
  readonly id = input.required<string>();

  protected readonly texts = JOB_DETAIL_TEXTS;
  protected readonly store = inject(JobStore);
  private readonly clock = inject(ServiceClock);
  private readonly dialogs = inject(MatDialog);
  private readonly router = inject(Router);
  private readonly session = inject(SessionStore).session;

  /** How the job fares comes first, then its throughput, its people and its events, from above: nothing is moved by it. */
  protected readonly turns = new PaintTurns(
    3,
    computed(() => this.store.progress() !== null),
  );
  protected readonly face = computed(() => {
    const status = this.store.progress()?.job.status;
    return status === undefined ? null : JOB_STATUS_FACES[status];
  });
  protected readonly steps = computed(() => {
    const progress = this.store.progress();
    return progress === null ? [] : lifecycleSteps(progress, this.store.people(), this.clock.now());
  });
  protected readonly figures = computed(() => {
    const progress = this.store.progress();
    return progress === null ? [] : keyFigures(progress, this.store.phases());
  });
  protected readonly buttons = computed(() => {
    const progress = this.store.progress();
    return progress === null ? [] : actionButtons(this.store.actions(), progress.job.status);
  });
  protected readonly failures = computed(() => groupFailures(this.store.people()));
  protected readonly leftOut = computed(() => leftOutItems(this.store.people()));
  protected readonly decisions = computed(() => pendingDecisions(this.store.people()));
  protected readonly approvalBy = computed(() => {
    const progress = this.store.progress();
    return progress?.awaitsApproval === true ? progress.job.createdBy : null;
  });
  protected readonly canDecide = inject(SessionStore).canWrite;
  /** Nothing moves before a migration, so there is nothing to draw. */
  protected readonly hasStarted = computed(() => this.store.progress()?.migrationStartedDateTime != null);
  protected readonly hasTrouble = computed(() => this.failures().length > 0 || this.leftOut().length > 0);
  protected readonly stuck = computed(() => {
    const stuck = this.store.progress()?.stuck ?? 0;
    return stuck === 0 ? null : formatQuantity(stuck, 'workload is stuck', 'workloads are stuck');
  });
  protected readonly health = computed(() => {
    const failed = this.store.phases().filter((phase) => phase === 'failed').length;
    return failed === 0 ? null : formatQuantity(failed, 'needs a person', 'need a person');
  });
  protected readonly again = computed(() => {
    const actions = this.store.actions();
    if (this.failures().length === 0) return null;
    if (actions.includes('migrate')) return 'Retry those who failed';
    return actions.includes('validate') ? 'Validate again' : null;
  });
  protected readonly targetName = computed(() => this.session()?.tenant.displayName ?? 'this tenant');
  protected readonly mayRetry = (personIds: readonly string[]) => this.store.mayRetry(personIds);
  protected readonly crumbs = computed<readonly Crumb[]>(() => {
    const progress = this.store.progress();
    const source = progress?.sourceTenantName ?? progress?.job.sourceTenantId ?? '';
    return [
      { label: this.texts.jobs, link: ['/jobs'] },
      { label: `${source} → ${this.targetName()}`, link: null },
    ];
  });
  protected readonly mayLeave = (person: PersonProgress) => this.store.mayLeave(person);

  constructor() {
    const injector = inject(Injector);
    const title = inject(PageTitle);
    effect(() => {
      const id = this.id();
      untracked(() => runInInjectionContext(injector, () => this.store.open(id)));
    });
    effect(() => {
      const name = this.store.progress()?.job.displayName;
      if (name !== undefined) title.say(name);
    });
  }

  protected async act(action: JobAction, { job, people }: JobProgress): Promise<void> {
    switch (action) {
      case 'validate':
      case 'migrate':
      case 'approve':
        await this.store.act(action);
        break;
      case 'update': {
        const date = await askCutoverDate(this.dialogs, job.completeAfterDateTime);
        if (date !== null) await this.store.moveCutover(date);
        break;
      }
      case 'cancel':
        if (await isConfirmed(this.dialogs, cancelQuestion(job.displayName, people))) await this.store.act('cancel');
        break;
      case 'delete':
        if (!(await isConfirmed(this.dialogs, deleteQuestion(job.displayName)))) break;
        if (await this.store.act('delete')) await this.router.navigate(['/jobs']);
    }
  }

  protected tryAgain(): Promise<boolean> {
    return this.store.act(this.store.actions().includes('migrate') ? 'migrate' : 'validate');
  }

  protected async decide(person: PersonProgress): Promise<void> {
    const answer = await askAboutSkippedItems(this.dialogs, {
      jobId: this.id(),
      person,
      mayLeave: this.store.mayLeave(person),
    });
    if (answer === 'accept') await this.store.acceptSkippedItems(person.id);
    if (answer === 'takeOut') await this.removePerson(person);
  }

  protected async removePerson(person: PersonProgress): Promise<void> {
    if (await isConfirmed(this.dialogs, removePersonQuestion(person))) await this.store.cancelPerson(person.id);
  }
}
