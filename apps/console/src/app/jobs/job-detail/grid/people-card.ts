import { Component, computed, inject, input, output, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { ActivatedRoute, Router } from '@angular/router';
import type { CrossTenantMigrationJob, PersonProgress } from '@ferry/contracts';
import { formatCount } from '../../../format/numbers';
import type { LiveState } from '../../../live/live-connection';
import { Icon } from '../../../ui/icon/icon';
import type { PersonPhase } from '../../labels/person-phase';
import { filterPeople, phaseFilters, phaseOf } from './people-filter';
import { PeopleGrid } from './people-grid';

/** The people of a job with filters and search; the filter stands in the address, so that it can be sent to somebody. */
@Component({
  selector: 'ferry-people-card',
  imports: [Icon, MatButton, PeopleGrid],
  templateUrl: './people-card.html',
  styleUrl: './people-card.css',
})
export class PeopleCard {
  readonly people = input.required<readonly PersonProgress[]>();
  /** Runs parallel to `people`. */
  readonly phases = input.required<readonly PersonPhase[]>();
  readonly job = input.required<CrossTenantMigrationJob>();
  readonly connection = input.required<LiveState>();
  readonly mayLeave = input.required<(person: PersonProgress) => boolean>();

  readonly pauseLive = output();
  readonly resumeLive = output();
  readonly removePerson = output<PersonProgress>();

  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly query = toSignal(this.route.queryParamMap);

  protected readonly text = signal(this.route.snapshot.queryParamMap.get('search') ?? '');
  protected readonly phase = computed(() => phaseOf(this.query()?.get('show') ?? undefined));
  protected readonly filters = computed(() =>
    phaseFilters(this.phases(), this.phase()).map((filter) => ({ ...filter, count: formatCount(filter.count) })),
  );
  protected readonly shown = computed(() => filterPeople(this.people(), this.phases(), this.phase(), this.text()));

  protected async show(phase: PersonPhase | null): Promise<void> {
    await this.router.navigate([], {
      relativeTo: this.route,
      queryParams: { show: phase },
      queryParamsHandling: 'merge',
      replaceUrl: true,
      scroll: 'manual',
    });
  }

  protected search(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.text.set(event.target.value);
  }
}
