import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { JobSummary } from '@ferry/contracts';
import { RelativeTime } from '../../clock/relative-time';
import { formatCount } from '../../format/numbers';
import { ListKeys } from '../../shortcuts/list-keys';
import { Icon } from '../../ui/icon/icon';
import { Meter } from '../../ui/meter/meter';
import { Pill } from '../../ui/pill/pill';
import type { JobSelection } from '../data/job-selection';
import type { JobsQuery, SortKey } from '../data/jobs-query';
import { healthFace } from '../labels/health-faces';
import { JOB_STATUS_FACES } from '../labels/job-status-faces';
import { COLUMN_LABELS, JOB_LIST_TEXTS } from './job-list.texts';
import { shownProgress } from './job-progress';
import { SortHeader } from './sort-header';

/** The jobs as a dense table whose heads sort; on a phone each row becomes a card. */
@Component({
  selector: 'ferry-job-table',
  imports: [Icon, ListKeys, Meter, Pill, RelativeTime, RouterLink, SortHeader],
  templateUrl: './job-table.html',
  styleUrl: './job-table.css',
})
export class JobTable {
  readonly rows = input.required<readonly JobSummary[]>();
  readonly query = input.required<JobsQuery>();
  /** Null where nothing can be done to jobs. */
  readonly selection = input.required<JobSelection | null>();

  readonly queryChange = output<JobsQuery>();

  protected readonly texts = JOB_LIST_TEXTS;
  protected readonly columns = COLUMN_LABELS;
  protected readonly lines = computed(() =>
    this.rows().map((summary) => ({
      job: summary.job,
      face: JOB_STATUS_FACES[summary.job.status],
      health: healthFace(summary),
      people: formatCount(summary.people),
      progress: shownProgress(summary),
      endpoint: summary.job.exchangeSettings?.sourceEndpoint ?? JOB_LIST_TEXTS.dash,
    })),
  );

  /** The same column once more turns the order round; another one begins with what is asked for more often. */
  protected sort(key: SortKey): void {
    const { sort, descending } = this.query();
    const turned = sort === key ? !descending : key === 'updated';
    this.queryChange.emit({ ...this.query(), sort: key, descending: turned, page: 1 });
  }

  protected select(event: MouseEvent, id: string): void {
    const { target } = event;
    if (target instanceof HTMLInputElement) this.selection()?.set(id, target.checked, event.shiftKey);
  }
}
