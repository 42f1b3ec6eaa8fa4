import { Component, computed, inject, input, output } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, type Params, Router } from '@angular/router';
import type { CrossTenantMigrationJob, PersonProgress } from '@ferry/contracts';
import { formatCount } from '../../../format/numbers';
import { Icon } from '../../../ui/icon/icon';
import type { PersonPhase } from '../../labels/person-phase';
import { filterPeople, isStuck, phaseFilters, phaseOf } from './people-filter';
import { PeopleGrid } from './people-grid';
import { JOB_DETAIL_TEXTS } from '../job-detail.texts';

/** The people of a job with filters and search; these stand in the address, so that they can be sent to somebody. */
@Component({
  selector: 'ferry-people-card',
  imports: [Icon, PeopleGrid],
  templateUrl: './people-card.html',
  styleUrl: './people-card.css',
})
export class PeopleCard {
  readonly people = input.required<readonly PersonProgress[]>();
  /** Runs parallel to `people`. */
  readonly phases = input.required<readonly PersonPhase[]>();
  readonly job = input.required<CrossTenantMigrationJob>();
  readonly mayLeave = input.required<(person: PersonProgress) => boolean>();

  readonly removePerson = output<PersonProgress>();

  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly query = toSignal(this.route.queryParamMap);

  protected readonly texts = JOB_DETAIL_TEXTS.people;
  protected readonly text = computed(() => this.query()?.get('search') ?? '');
  protected readonly phase = computed(() => phaseOf(this.query()?.get('show') ?? undefined));
  protected readonly code = computed(() => this.query()?.get('code') ?? null);
  protected readonly stuckOnly = computed(() => this.query()?.get('stuck') === 'true');
  protected readonly stuck = computed(() => this.people().filter(isStuck).length);
  protected readonly filters = computed(() =>
    phaseFilters(this.phases(), this.phase()).map((filter) => ({ ...filter, count: formatCount(filter.count) })),
  );
  protected readonly shown = computed(() =>
    filterPeople(this.people(), this.phases(), {
      phase: this.phase(),
      text: this.text(),
      code: this.code(),
      stuck: this.stuckOnly(),
    }),
  );
  protected readonly count = formatCount;

  protected show(phase: PersonPhase | null): Promise<void> {
    return this.ask({ show: phase });
  }

  protected search(event: Event): Promise<void> {
    const text = event.target instanceof HTMLInputElement ? event.target.value : '';
    return this.ask({ search: text === '' ? null : text });
  }

  protected async ask(queryParams: Params): Promise<void> {
    await this.router.navigate([], {
      relativeTo: this.route,
      queryParams,
      queryParamsHandling: 'merge',
      replaceUrl: true,
      scroll: 'manual',
    });
  }
}
