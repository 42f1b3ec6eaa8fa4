import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Router, RouterLink } from '@angular/router';
import { ServiceClock } from '../../clock/service-clock';
import { formatMoment } from '../../format/dates';
import { SessionStore } from '../../session/session-store';
import { isConfirmed } from '../../ui/confirm-dialog/confirm-dialog';
import { EmptyState } from '../../ui/empty-state/empty-state';
import { Icon } from '../../ui/icon/icon';
import { DirectoryStore } from '../data/directory-store';
import { JobCreationStore } from '../data/job-creation-store';
import { JobDraftStore } from '../data/job-draft-store';
import { PeopleFileStore } from '../data/people-file-store';
import { PlannedJobsStore } from '../data/planned-jobs-store';
import { PreflightStore } from '../data/preflight-store';
import { SourcesStore } from '../data/sources-store';
import { ChecksStep } from './checks-step/checks-step';
import { ContentStep } from './content-step/content-step';
import { FaultSummary } from './fault-summary/fault-summary';
import { JOB_CREATE_STEPS, type JobCreateStep, stepOf } from './job-create-step';
import { JOB_CREATE_TEXTS } from './job-create.texts';
import { nextFocus } from './next-focus';
import { PeopleStep } from './people-step/people-step';
import { PlanStep } from './plan-step/plan-step';
import { ReviewStep } from './review-step/review-step';
import { type StepFault, stepFaults } from './step-faults';
import { Stepper } from './stepper/stepper';

/** Writes new jobs, step by step. Faults are those that the service would find, because the same class finds them. */
@Component({
  selector: 'ferry-job-create-page',
  imports: [
    ChecksStep,
    ContentStep,
    EmptyState,
    FaultSummary,
    Icon,
    MatButton,
    PeopleStep,
    PlanStep,
    ReviewStep,
    RouterLink,
    Stepper,
  ],
  templateUrl: './job-create-page.html',
  styleUrl: './job-create-page.css',
  providers: [
    DirectoryStore,
    JobCreationStore,
    JobDraftStore,
    PeopleFileStore,
    PlannedJobsStore,
    PreflightStore,
    SourcesStore,
  ],
  host: { class: 'page' },
})
export class JobCreatePage {
  /** The step in the address. */
  readonly step = input<string>();

  protected readonly drafts = inject(JobDraftStore);
  protected readonly plan = inject(PlannedJobsStore);
  protected readonly creation = inject(JobCreationStore);
  protected readonly canWrite = inject(SessionStore).canWrite;
  private readonly files = inject(PeopleFileStore);
  private readonly clock = inject(ServiceClock);
  private readonly router = inject(Router);
  private readonly dialogs = inject(MatDialog);
  private readonly focus = nextFocus();

  protected readonly texts = JOB_CREATE_TEXTS;
  protected readonly current = computed(() => stepOf(this.step() ?? null));
  protected readonly number = computed(() => JOB_CREATE_STEPS.indexOf(this.current()) + 1);
  protected readonly count = JOB_CREATE_STEPS.length;
  protected readonly previous = computed(() => JOB_CREATE_STEPS[this.number() - 2] ?? null);
  protected readonly following = computed(() => JOB_CREATE_STEPS[this.number()] ?? null);
  private readonly attempted = signal<ReadonlySet<JobCreateStep>>(new Set());

  protected readonly faults = computed(() => {
    if (this.drafts.isFixed()) return [];
    const isLookingUp = this.drafts.draft().origin === 'file' && this.files.loading();
    const openRows = this.drafts.draft().origin === 'file' ? this.files.open().length : 0;
    return stepFaults({ openRows, isLookingUp }, this.plan.faults());
  });
  /** The faults that are shown: of steps that somebody has tried to leave. */
  protected readonly shownFaults = computed(() =>
    this.faults().filter(({ step }) => this.attempted().has(step) || this.current() === 'review'),
  );
  protected readonly summary = computed(() =>
    this.shownFaults().filter(({ step }) => step === this.current() || this.current() === 'review'),
  );
  protected readonly restored = computed(() => {
    const when = this.drafts.restoredFrom();
    return when === null || this.creation.isDone()
      ? null
      : JOB_CREATE_TEXTS.restored(
          formatMoment(
            when,
            untracked(() => this.clock.now()),
          ),
        );
  });
  protected readonly counts = computed(() =>
    JOB_CREATE_TEXTS.counts(this.plan.people().length, this.plan.people().length === 0 ? 0 : this.plan.jobs().length),
  );

  constructor() {
    // Asked for at once: where there is only one source, every step knows it.
    inject(SourcesStore);
    let isArriving = true;
    effect(() => {
      if (this.step() === undefined) untracked(() => this.startAnew());
      if (this.current() !== 'review') untracked(() => this.creation.forgetRefusals());
      if (!isArriving) this.focus('#step-heading');
      isArriving = false;
    });
  }

  /** To the next step, unless there is something to mend in this one. */
  protected async go(): Promise<void> {
    const following = this.following();
    if (following === null) return;
    this.attempted.update((steps) => new Set([...steps, this.current()]));
    if (this.faults().some(({ step }) => step === this.current())) this.focus('#fault-summary');
    else await this.show(following);
  }

  protected async show(step: JobCreateStep): Promise<void> {
    await this.router.navigate(['/jobs/new'], { queryParams: { step } });
  }

  protected async mend({ step, elementId }: StepFault): Promise<void> {
    if (step !== this.current()) {
      this.attempted.update((steps) => new Set([...steps, step]));
      await this.show(step);
    }
    this.focus(`#${elementId}`);
  }

  protected async create(): Promise<void> {
    if (this.faults().length > 0) {
      this.focus('#fault-summary');
      return;
    }
    await this.creation.create();
    const [only, another] = this.creation.creations();
    if (this.creation.isDone() && only?.id && only.problem === null && another === undefined) {
      await this.router.navigate(['/jobs', only.id]);
    } else this.focus('#creation-heading');
  }

  protected async discard(): Promise<void> {
    if (!(await isConfirmed(this.dialogs, JOB_CREATE_TEXTS.discardQuestion))) return;
    this.drafts.discard();
    this.attempted.set(new Set());
    await this.show('people');
    this.focus('#step-heading');
  }

  /** "New job" in the navigation, when all jobs of the draft are there. */
  private startAnew(): void {
    if (this.creation.isDone()) this.drafts.discard();
  }
}
