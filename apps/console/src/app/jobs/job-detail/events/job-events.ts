import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { ActivatedRoute, type Params, Router } from '@angular/router';
import { type JobEvent, JobEventKind } from '@ferry/contracts';
import { FailureNotice } from '../../../ui/failure-notice/failure-notice';
import { Icon } from '../../../ui/icon/icon';
import { Skeleton } from '../../../ui/skeleton/skeleton';
import { eventParameters, narrowsEvents, readEventFilter } from '../../data/event-filter';
import { FilteredEventsStore } from '../../data/filtered-events-store';
import { EventsCard } from './events-card';
import { JOB_EVENTS_TEXTS } from './job-events.texts';

/** The events of a job, all of them or those that the address says: of a kind, about somebody, asked for by somebody. */
@Component({
  selector: 'ferry-job-events',
  imports: [EventsCard, FailureNotice, Icon, MatButton, Skeleton],
  templateUrl: './job-events.html',
  styleUrl: './job-events.css',
  providers: [FilteredEventsStore],
})
export class JobEvents {
  readonly jobId = input.required<string>();
  /** The latest of all, newest first, as the job tells them. */
  readonly events = input.required<readonly JobEvent[]>();
  /** Whether there are events before the last of them. */
  readonly hasEarlier = input(false);
  readonly busy = input(false);

  /** Somebody wants to see events before the last of them. */
  readonly earlier = output();

  protected readonly store = inject(FilteredEventsStore);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly query = toSignal(this.route.queryParamMap);

  protected readonly texts = JOB_EVENTS_TEXTS;
  protected readonly kinds = Object.values(JobEventKind);
  protected readonly filter = computed(() => readEventFilter((name) => this.query()?.get(name) ?? null), {
    equal: (one, other) => one.kind === other.kind && one.about === other.about && one.actor === other.actor,
  });
  protected readonly isNarrowed = computed(() => narrowsEvents(this.filter()));
  protected readonly shown = computed(() => (this.isNarrowed() ? (this.store.events() ?? []) : this.events()));
  protected readonly isReading = computed(
    () => this.isNarrowed() && this.store.events() === null && this.store.error() === null,
  );
  protected readonly none = computed(() => {
    if (!this.isNarrowed()) return this.texts.none;
    return this.store.events() === null ? '' : this.texts.noMatch;
  });

  constructor() {
    effect(() => {
      const [jobId, filter, isNarrowed] = [this.jobId(), this.filter(), this.isNarrowed()];
      untracked(() => (isNarrowed ? void this.store.show(jobId, filter) : this.store.clear()));
    });
    effect(() => {
      this.events();
      untracked(() => this.store.changed());
    });
  }

  protected ask(parameters: Readonly<Record<string, string>>): Promise<boolean> {
    const said = Object.entries(parameters).map(([name, value]) => [name, value || null] as const);
    return this.go(Object.fromEntries(said));
  }

  protected clear(): Promise<boolean> {
    return this.go(eventParameters({ kind: null, about: '', actor: '' }));
  }

  protected text({ target }: Event): string {
    return target instanceof HTMLInputElement || target instanceof HTMLSelectElement ? target.value.trim() : '';
  }

  private go(queryParams: Params): Promise<boolean> {
    return this.router.navigate([], {
      relativeTo: this.route,
      queryParams,
      queryParamsHandling: 'merge',
      replaceUrl: true,
      scroll: 'manual',
    });
  }
}
