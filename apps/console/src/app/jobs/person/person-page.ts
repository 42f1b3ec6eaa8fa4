import { Component, computed, effect, inject, Injector, input, runInInjectionContext, untracked } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Router, RouterLink } from '@angular/router';
import { type ServiceProgress, ServiceStatus } from '@ferry/contracts';
import { RelativeTime } from '../../clock/relative-time';
import { PageTitle } from '../../shell/page-title';
import { isConfirmed } from '../../ui/confirm-dialog/confirm-dialog';
import { Breadcrumb, type Crumb } from '../../ui/breadcrumb/breadcrumb';
import { EmptyState } from '../../ui/empty-state/empty-state';
import { FailureNotice } from '../../ui/failure-notice/failure-notice';
import { Icon } from '../../ui/icon/icon';
import { Pill } from '../../ui/pill/pill';
import { Skeleton } from '../../ui/skeleton/skeleton';
import { JobStore } from '../data/job-store';
import { PersonStore } from '../data/person-store';
import { removePersonQuestion } from '../job-detail/actions/questions';
import { askAboutSkippedItems } from '../job-detail/decisions/skipped-items-dialog';
import { EventsCard } from '../job-detail/events/events-card';
import { JOB_STATUS_FACES } from '../labels/job-status-faces';
import { PERSON_PHASE_FACES, personPhase } from '../labels/person-phase';
import { WORKLOAD_COLUMNS } from '../labels/workload-faces';
import { neighboursOf } from './neighbours';
import { PERSON_TEXTS } from './person-page.texts';
import { WorkloadCard } from './workload-card';

/** Everything about one person of a job, live: each workload, what went wrong and how to mend it, and what happened. */
@Component({
  selector: 'ferry-person-page',
  imports: [
    Breadcrumb,
    EmptyState,
    EventsCard,
    FailureNotice,
    Icon,
    MatButton,
    MatIconButton,
    Pill,
    RelativeTime,
    RouterLink,
    Skeleton,
    WorkloadCard,
  ],
  templateUrl: './person-page.html',
  styleUrl: './person-page.css',
  providers: [JobStore, PersonStore],
  host: { class: 'page' },
})
export class PersonPage {
  readonly id = input.required<string>();
  readonly personId = input.required<string>();

  protected readonly texts = PERSON_TEXTS;
  protected readonly store = inject(JobStore);
  protected readonly details = inject(PersonStore);
  private readonly dialogs = inject(MatDialog);
  private readonly router = inject(Router);

  protected readonly person = computed(() => this.store.people().find(({ id }) => id === this.personId()) ?? null);
  protected readonly name = computed(() => this.person()?.displayName ?? this.texts.unknownPerson);
  protected readonly job = computed(() => this.store.progress()?.job ?? null);
  protected readonly seen = computed(() => {
    const [person, job] = [this.person(), this.job()];
    return person === null || job === null ? null : { person, job };
  });
  protected readonly crumbs = computed<readonly Crumb[]>(() => [
    { label: this.texts.jobs, link: ['/jobs'] },
    { label: this.job()?.displayName ?? this.texts.job, link: ['/jobs', this.id()] },
  ]);
  protected readonly face = computed(() => {
    const seen = this.seen();
    return seen === null ? null : PERSON_PHASE_FACES[personPhase(seen.person, seen.job.status)];
  });
  protected readonly services = computed(() => {
    const [services, reported] = [this.person()?.services ?? [], this.details.report()?.services ?? []];
    return WORKLOAD_COLUMNS.flatMap((workload) => services.filter(({ service }) => service === workload)).map(
      (progress) => ({
        progress,
        report: reported.find(({ service }) => service === progress.service) ?? null,
      }),
    );
  });
  protected readonly neighbours = computed(() => neighboursOf(this.store.people(), this.personId()));
  protected readonly mayRetry = computed(() => this.store.mayRetry([this.personId()]));
  /** Something was found by the checks: once it is mended, the job is validated again. */
  protected readonly mayValidate = computed(
    () => this.store.actions().includes('validate') && this.person()?.services.some(isInvalid) === true,
  );
  protected readonly mayLeave = computed(() => {
    const person = this.person();
    return person !== null && this.store.mayLeave(person);
  });
  protected readonly isHeld = computed(
    () => this.person()?.services.some(({ heldDateTime }) => heldDateTime !== null) ?? false,
  );
  protected readonly otherJobs = computed(() =>
    this.details
      .jobs()
      .filter(({ id }) => id !== this.job()?.id)
      .map((job) => ({ ...job, face: JOB_STATUS_FACES[job.status] })),
  );
  /** Changes with whatever is told of the person, and asks for the report again. */
  private readonly changed = computed(() => this.person()?.lastUpdatedDateTime.getTime() ?? null);

  constructor() {
    const injector = inject(Injector);
    const title = inject(PageTitle);
    effect(() => {
      const id = this.id();
      untracked(() => runInInjectionContext(injector, () => this.store.open(id)));
    });
    effect(() => {
      const [id, personId, changed] = [this.id(), this.personId(), this.changed()];
      if (changed !== null) untracked(() => void this.details.read(id, personId));
    });
    effect(() => {
      if (this.person() !== null) title.say(this.name());
    });
  }

  protected retry(): Promise<boolean> {
    return this.store.retry([this.personId()]);
  }

  protected async decide(): Promise<void> {
    const person = this.person();
    if (person === null) return;
    const answer = await askAboutSkippedItems(this.dialogs, {
      jobId: this.id(),
      person,
      mayLeave: this.store.mayLeave(person),
    });
    if (answer === 'accept') await this.store.acceptSkippedItems(person.id);
    if (answer === 'takeOut') await this.takeOut();
  }

  protected async takeOut(): Promise<void> {
    const person = this.person();
    if (person === null || !(await isConfirmed(this.dialogs, removePersonQuestion(person)))) return;
    await this.store.cancelPerson(person.id);
  }

  protected async goTo(personId: string): Promise<void> {
    await this.router.navigate(['/jobs', this.id(), 'people', personId]);
  }
}

function isInvalid({ status }: ServiceProgress): boolean {
  return status === ServiceStatus.Invalid || status === ServiceStatus.Error;
}
