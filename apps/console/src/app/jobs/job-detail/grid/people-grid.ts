import { BreakpointObserver } from '@angular/cdk/layout';
import {
  CdkFixedSizeVirtualScroll,
  CdkVirtualForOf,
  CdkVirtualScrollableWindow,
  CdkVirtualScrollViewport,
} from '@angular/cdk/scrolling';
import { Component, computed, inject, input, output } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import { type JobStatus, type PersonProgress, Workload } from '@ferry/contracts';
import { map } from 'rxjs';
import { RelativeTime } from '../../../clock/relative-time';
import { ServiceClock } from '../../../clock/service-clock';
import { Icon } from '../../../ui/icon/icon';
import { Meter } from '../../../ui/meter/meter';
import { WORKLOAD_COLUMNS, WORKLOAD_FACES } from '../../labels/workload-faces';
import { serviceCell, type ServiceCell } from './service-cell';
import { JOB_DETAIL_TEXTS } from '../job-detail.texts';

const ROW_HEIGHT = 52;
const STACKED_ROW_HEIGHT = 124;

/**
 * People by workloads. Only the rows in sight exist, and the window scrolls them, so two thousand people cost what
 * twenty do. Rows have one height each: virtual scrolling needs to know it.
 */
@Component({
  selector: 'ferry-people-grid',
  imports: [
    CdkFixedSizeVirtualScroll,
    CdkVirtualForOf,
    CdkVirtualScrollableWindow,
    CdkVirtualScrollViewport,
    Icon,
    MatIconButton,
    MatMenu,
    MatMenuItem,
    MatMenuTrigger,
    Meter,
    RelativeTime,
    RouterLink,
  ],
  templateUrl: './people-grid.html',
  styleUrl: './people-grid.css',
})
export class PeopleGrid {
  readonly people = input.required<readonly PersonProgress[]>();
  readonly workloads = input.required<readonly Workload[]>();
  readonly jobStatus = input.required<JobStatus>();
  readonly mayLeave = input.required<(person: PersonProgress) => boolean>();

  readonly removePerson = output<PersonProgress>();

  private readonly clock = inject(ServiceClock);
  private readonly stacked = toSignal(
    inject(BreakpointObserver)
      .observe('(max-width: 899px)')
      .pipe(map(({ matches }) => matches)),
    { initialValue: false },
  );

  protected readonly texts = JOB_DETAIL_TEXTS.people;
  protected readonly rowHeight = computed(() => (this.stacked() ? STACKED_ROW_HEIGHT : ROW_HEIGHT));
  protected readonly columns = computed(() =>
    WORKLOAD_COLUMNS.filter((workload) => this.workloads().includes(workload)).map((workload) => ({
      workload,
      ...WORKLOAD_FACES[workload],
    })),
  );

  /** Mail has the longest story to tell. */
  protected readonly tracks = computed(() =>
    this.columns()
      .map(({ workload }) => (workload === Workload.Exchange ? 'minmax(180px, 1.5fr)' : 'minmax(100px, 1fr)'))
      .join(' '),
  );

  protected cell(person: PersonProgress, workload: Workload): ServiceCell | null {
    const service = person.services.find((candidate) => candidate.service === workload);
    return service === undefined ? null : serviceCell(service, this.jobStatus(), this.clock.now());
  }

  protected trackPerson(_index: number, person: PersonProgress): string {
    return person.id;
  }
}
