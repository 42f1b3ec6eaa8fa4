import { Component, computed, inject, input } from '@angular/core';
import type { JobStatus, ServiceProgress, ServiceReport } from '@ferry/contracts';
import { ServiceClock } from '../../clock/service-clock';
import { formatMoment, formatSpan } from '../../format/dates';
import { formatCount } from '../../format/numbers';
import { Icon } from '../../ui/icon/icon';
import { Meter } from '../../ui/meter/meter';
import { Pill } from '../../ui/pill/pill';
import { serviceCell } from '../job-detail/grid/service-cell';
import { SERVICE_STATUS_FACES } from '../labels/service-status-faces';
import { WORKLOAD_FACES } from '../labels/workload-faces';
import { foundErrors } from './found-error';
import { PERSON_TEXTS, PHASE_TEXTS } from './person-page.texts';
import { workloadFacts } from './workload-facts';

/** One workload of a person: where it stands, its numbers, what went wrong, what it passed through, its folders. */
@Component({
  selector: 'ferry-workload-card',
  imports: [Icon, Meter, Pill],
  templateUrl: './workload-card.html',
  styleUrls: ['./workload-card.css', '../narrow-table.css'],
})
export class WorkloadCard {
  readonly progress = input.required<ServiceProgress>();
  readonly jobStatus = input.required<JobStatus>();
  /** Null until it was read. */
  readonly report = input.required<ServiceReport | null>();

  private readonly clock = inject(ServiceClock);

  protected readonly texts = PERSON_TEXTS;
  protected readonly count = formatCount;
  protected readonly workload = computed(() => WORKLOAD_FACES[this.progress().service]);
  protected readonly headingId = computed(() => `workload-${this.progress().service}`);
  protected readonly face = computed(() => SERVICE_STATUS_FACES[this.progress().status]);
  protected readonly cell = computed(() => serviceCell(this.progress(), this.jobStatus(), this.clock.now()));
  protected readonly facts = computed(() => workloadFacts(this.progress(), this.report()));
  protected readonly errors = computed(() => foundErrors(this.progress()));
  protected readonly phases = computed(() =>
    (this.report()?.phases ?? []).map(({ phase, startDateTime, endDateTime }) => ({
      phase,
      label: PHASE_TEXTS[phase],
      began: formatMoment(startDateTime, this.clock.now()),
      ended: endDateTime === null ? PERSON_TEXTS.goesOn : formatMoment(endDateTime, this.clock.now()),
      took: endDateTime === null ? '' : formatSpan(endDateTime.getTime() - startDateTime.getTime()),
    })),
  );
  protected readonly folders = computed(() => this.report()?.folders ?? []);
}
