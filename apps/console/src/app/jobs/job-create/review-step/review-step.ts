import { Component, computed, inject, output, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { ServiceClock } from '../../../clock/service-clock';
import { formatMoment } from '../../../format/dates';
import { LOCALE } from '../../../format/locale';
import { formatInZone } from '../../../format/zoned-time';
import { Icon } from '../../../ui/icon/icon';
import { JobCreationStore } from '../../data/job-creation-store';
import { JobDraftStore } from '../../data/job-draft-store';
import { PlannedJobsStore } from '../../data/planned-jobs-store';
import { PreflightStore } from '../../data/preflight-store';
import { SourcesStore } from '../../data/sources-store';
import { WORKLOAD_FACES } from '../../labels/workload-faces';
import type { JobCreateStep } from '../job-create-step';
import { JOB_CREATE_TEXTS } from '../job-create.texts';
import { CreationResult } from './creation-result';
import { RequestText } from './request-text';

/** A line of the review, and the step in which it can be changed. */
interface ReviewLine {
  readonly step: JobCreateStep;
  readonly label: string;
  readonly text: string;
  readonly more: string;
  readonly isWarning: boolean;
}

/** Everything once more before it is created, the requests themselves, and then what became of each job. */
@Component({
  selector: 'ferry-review-step',
  imports: [CreationResult, Icon, MatButton, RequestText, RouterLink],
  templateUrl: './review-step.html',
  styleUrl: './review-step.css',
})
export class ReviewStep {
  readonly create = output();
  readonly changeStep = output<JobCreateStep>();

  protected readonly drafts = inject(JobDraftStore);
  protected readonly plan = inject(PlannedJobsStore);
  protected readonly creation = inject(JobCreationStore);
  private readonly preflight = inject(PreflightStore);
  private readonly sources = inject(SourcesStore);
  private readonly clock = inject(ServiceClock);
  private readonly router = inject(Router);

  protected readonly texts = JOB_CREATE_TEXTS.review;
  protected readonly back = JOB_CREATE_TEXTS.back;
  protected readonly allJobs = JOB_CREATE_TEXTS.allJobs;
  protected readonly hasBegun = computed(() => this.creation.creations().length > 0);
  protected readonly button = computed(() => {
    if (this.creation.busy()) return JOB_CREATE_TEXTS.review.creating;
    const left = this.plan.jobs().length - this.creation.created().length;
    return this.drafts.isFixed() ? JOB_CREATE_TEXTS.review.goOn(left) : JOB_CREATE_TEXTS.review.create(left);
  });
  protected readonly lines = computed<readonly ReviewLine[]>(() => [
    this.whoLine(),
    this.whatLine(),
    ...(this.drafts.isFixed() ? [] : [this.checksLine()]),
    this.whenLine(),
    this.jobsLine(),
  ]);

  /** What the button sends, without what exists. */
  protected readonly requests = computed(() => {
    const { creations } = this.drafts.draft();
    return this.plan.requests().filter((_request, index) => creations[index]?.state !== 'created');
  });
  protected readonly soon = computed(() => {
    const cutover = this.plan.cutover();
    if (this.drafts.draft().when === 'atDate' || cutover === null) return null;
    return JOB_CREATE_TEXTS.review.soonHint(
      formatMoment(
        cutover,
        untracked(() => this.clock.now()),
      ),
    );
  });

  protected async startAnew(): Promise<void> {
    this.drafts.discard();
    await this.router.navigate(['/jobs/new'], { queryParams: { step: 'people' } });
  }

  private whoLine(): ReviewLine {
    const out = this.drafts.isFixed() ? 0 : this.plan.leftOut().size;
    const text = JOB_CREATE_TEXTS.plan.size(this.plan.people().length);
    const more = out === 0 ? '' : JOB_CREATE_TEXTS.review.leftOut(out);
    return { step: 'people', label: JOB_CREATE_TEXTS.review.who, text, more, isWarning: false };
  }

  private whatLine(): ReviewLine {
    const { workloads, sourceEndpoint } = this.drafts.draft();
    const text = workloads.map((workload) => WORKLOAD_FACES[workload].label).join(', ');
    const source = this.sources.source()?.displayName ?? '';
    const more = [source, sourceEndpoint].filter((each) => each !== '').join(' · ');
    return { step: 'content', label: JOB_CREATE_TEXTS.review.what, text, more, isWarning: false };
  }

  private checksLine(): ReviewLine {
    const line = { step: 'checks', label: JOB_CREATE_TEXTS.review.checks, more: '' } as const;
    const troubled = this.preflight.troubledAndIn().length;
    if (this.preflight.result() === null) return { ...line, text: JOB_CREATE_TEXTS.review.notChecked, isWarning: true };
    return troubled === 0
      ? { ...line, text: JOB_CREATE_TEXTS.review.allReady, isWarning: false }
      : { ...line, text: JOB_CREATE_TEXTS.review.someTroubled(troubled), isWarning: true };
  }

  private whenLine(): ReviewLine {
    const { when, cutover, start } = this.drafts.draft();
    const moment = this.plan.cutover();
    const line = { step: 'plan', label: JOB_CREATE_TEXTS.review.when, isWarning: false } as const;
    const more = JOB_CREATE_TEXTS.plan.starts[start].label;
    if (when === 'asSoonAsSynced') return { ...line, text: JOB_CREATE_TEXTS.review.soon, more };
    if (moment === null) return { ...line, text: JOB_CREATE_TEXTS.plan.notComplete, more };
    const utc = formatMoment(
      moment,
      untracked(() => this.clock.now()),
    );
    const inZone = cutover.zone === 'UTC' ? [] : [formatInZone(moment, cutover.zone, LOCALE), cutover.zone];
    return { ...line, text: utc, more: [...inZone, more].join(' · ') };
  }

  private jobsLine(): ReviewLine {
    const names = this.plan.jobs().map(({ displayName }) => displayName);
    const text = names.slice(0, 6).join(', ') + (names.length > 6 ? ', …' : '');
    return { step: 'plan', label: JOB_CREATE_TEXTS.review.jobs, text, more: '', isWarning: false };
  }
}
