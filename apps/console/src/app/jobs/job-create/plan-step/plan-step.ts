import { Component, computed, inject, input } from '@angular/core';
import { formatRelative } from '../../../format/dates';
import { LOCALE } from '../../../format/locale';
import { allZones, formatInZone, momentOf, ownZone, type ZonedTime } from '../../../format/zoned-time';
import { ServiceClock } from '../../../clock/service-clock';
import { Field } from '../../../ui/field/field';
import { Icon } from '../../../ui/icon/icon';
import type { JobStart } from '../../data/job-draft/job-draft';
import { JobDraftStore } from '../../data/job-draft-store';
import { PlannedJobsStore } from '../../data/planned-jobs-store';
import { JOB_CREATE_TEXTS } from '../job-create.texts';
import type { StepFault } from '../step-faults';

/** When the cutover may begin, what happens on creation, and into which jobs the people are divided. */
@Component({
  selector: 'ferry-plan-step',
  imports: [Field, Icon],
  templateUrl: './plan-step.html',
  styleUrl: './plan-step.css',
})
export class PlanStep {
  readonly faults = input.required<readonly StepFault[]>();

  protected readonly drafts = inject(JobDraftStore);
  protected readonly plan = inject(PlannedJobsStore);
  private readonly clock = inject(ServiceClock);

  protected readonly texts = JOB_CREATE_TEXTS.plan;
  protected readonly draft = this.drafts.draft;
  protected readonly zones = allZones();
  protected readonly usualZones = [...new Set([ownZone(), 'UTC'])];
  protected readonly isAtDate = computed(() => this.draft().when === 'atDate');

  /** The moment that is chosen, in each zone that somebody may think in. */
  protected readonly moments = computed(() => {
    const moment = this.plan.cutover();
    const { zone } = this.draft().cutover;
    if (moment === null) return [];
    const zones = new Map([
      [zone, JOB_CREATE_TEXTS.plan.there],
      [ownZone(), JOB_CREATE_TEXTS.plan.here],
      ['UTC', JOB_CREATE_TEXTS.plan.inUtc],
    ]);
    return [...zones].map(([name, label]) => ({
      label: label === name ? label : `${label} (${name})`,
      text: formatInZone(moment, name, LOCALE),
    }));
  });
  protected readonly distance = computed(() => {
    const moment = this.plan.cutover();
    return moment === null ? '' : formatRelative(moment, this.clock.now());
  });
  protected readonly comesTwice = computed(() => this.isAtDate() && momentOf(this.draft().cutover).change === 'twice');
  protected readonly isSplit = computed(() => this.plan.jobs().length > 1);
  protected readonly isSplittable = computed(() => this.plan.people().length > 1);
  protected readonly most = computed(() => this.drafts.most());
  protected readonly splitText = computed(() =>
    JOB_CREATE_TEXTS.plan.split(this.plan.people().length, this.plan.jobs().length),
  );
  protected readonly jobs = computed(() =>
    this.plan.jobs().map(({ displayName, people }, index) => ({
      displayName,
      size: JOB_CREATE_TEXTS.plan.size(people.length),
      label: JOB_CREATE_TEXTS.plan.jobName(index + 1),
      fault: this.fault(`displayName-${index}`),
    })),
  );

  protected fault(elementId: string): string | null {
    return this.faults().find((fault) => fault.elementId === elementId)?.message ?? null;
  }

  protected setCutover(part: Partial<ZonedTime>): void {
    this.drafts.change({ cutover: { ...this.draft().cutover, ...part } });
  }

  /** A new pattern is a new name for all, also for those that were named by hand. */
  protected setName(displayName: string): void {
    this.drafts.change({ displayName, names: {} });
  }

  protected setJobName(index: number, name: string): void {
    this.drafts.change({ names: { ...this.draft().names, [index]: name } });
  }

  /** Other jobs are other people under a number, so that names by hand fit no longer. */
  protected setPeoplePerJob(text: string): void {
    const count = Number.parseInt(text, 10);
    this.drafts.change({ peoplePerJob: Number.isNaN(count) || count < 1 ? null : count, names: {} });
  }

  protected setStart(start: JobStart): void {
    this.drafts.change({ start });
  }

  protected valueOf({ target }: Event): string {
    return target instanceof HTMLInputElement || target instanceof HTMLSelectElement ? target.value : '';
  }
}
