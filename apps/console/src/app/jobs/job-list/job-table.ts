import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { RelativeTime } from '../../clock/relative-time';
import { formatCount } from '../../format/numbers';
import { Meter } from '../../ui/meter/meter';
import { Pill } from '../../ui/pill/pill';
import { JOB_STATUS_FACES } from '../labels/job-status-faces';
import type { JobRow } from '../data/job-list-store';
import { jobSummary } from './job-summary';

/** The jobs as a dense table; on a phone each row becomes a block. */
@Component({
  selector: 'ferry-job-table',
  imports: [Meter, Pill, RelativeTime, RouterLink],
  templateUrl: './job-table.html',
  styleUrl: './job-table.css',
})
export class JobTable {
  readonly rows = input.required<readonly JobRow[]>();
  readonly tenantName = input.required<(id: string) => string>();

  protected readonly lines = computed(() =>
    this.rows().map(({ job, progress }) => ({
      job,
      face: JOB_STATUS_FACES[job.status],
      people: progress === null ? null : formatCount(progress.people),
      summary: progress === null ? null : jobSummary(progress),
    })),
  );
}
