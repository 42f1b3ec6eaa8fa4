import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { WORKLOAD_COLUMNS, WORKLOAD_FACES } from '../../jobs/labels/workload-faces';
import { ListKeys } from '../../shortcuts/list-keys';
import { Icon } from '../../ui/icon/icon';
import { Meter } from '../../ui/meter/meter';
import { OVERVIEW_TEXTS } from '../overview.texts';
import type { RunningLine } from './running-line';

/** The jobs that run, by workload, with rates; on a phone each row becomes a block. */
@Component({
  selector: 'ferry-running-card',
  imports: [Icon, ListKeys, Meter, RouterLink],
  templateUrl: './running-card.html',
  styleUrl: './running-card.css',
})
export class RunningCard {
  readonly lines = input.required<readonly RunningLine[]>();

  protected readonly texts = OVERVIEW_TEXTS;
  protected readonly columns = WORKLOAD_COLUMNS.map((service) => ({ service, ...WORKLOAD_FACES[service] }));
  protected readonly faces = WORKLOAD_FACES;
}
