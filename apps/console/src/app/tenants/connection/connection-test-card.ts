import { LiveAnnouncer } from '@angular/cdk/a11y';
import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatAutocomplete, MatAutocompleteTrigger, MatOption } from '@angular/material/autocomplete';
import { MatButton } from '@angular/material/button';
import type { Person } from '@ferry/contracts';
import { formatDuration } from '../../format/durations';
import { FailureNotice } from '../../ui/failure-notice/failure-notice';
import { Field } from '../../ui/field/field';
import { Icon } from '../../ui/icon/icon';
import { Pill } from '../../ui/pill/pill';
import type { TestedConnection } from '../data/connection-test-api';
import { ConnectionTestStore } from '../data/connection-test-store';
import { PersonSearchStore } from '../data/person-search-store';
import { stepLabel } from '../labels/connection-labels';
import { CONNECTION_TEXTS } from './connection.texts';

/** Tries a connection as a person, step by step, and says what to do about the step that does not work. */
@Component({
  selector: 'ferry-connection-test-card',
  imports: [FailureNotice, Field, Icon, MatAutocomplete, MatAutocompleteTrigger, MatButton, MatOption, Pill],
  templateUrl: './connection-test-card.html',
  styleUrl: './connection-test-card.css',
  providers: [ConnectionTestStore, PersonSearchStore],
})
export class ConnectionTestCard {
  readonly connection = input.required<TestedConnection>();
  /** The tenant whose people it can be tried as. */
  readonly peopleOf = input.required<string>();

  protected readonly store = inject(ConnectionTestStore);
  protected readonly search = inject(PersonSearchStore);
  private readonly announcer = inject(LiveAnnouncer);

  protected readonly texts = CONNECTION_TEXTS.test;
  protected readonly person = signal<Person | null>(null);
  protected readonly lacksPerson = signal(false);
  protected readonly nobodyIsThere = signal(false);
  protected readonly isRunning = computed(() => this.store.state() === 'running');
  protected readonly action = computed(() => {
    if (this.isRunning()) return this.texts.stop;
    return this.store.steps().length > 0 ? this.texts.again : this.texts.run;
  });
  protected readonly steps = computed(() =>
    this.store.steps().map((step) => ({
      ...step,
      label: stepLabel(step.step),
      took: formatDuration(step.milliseconds),
    })),
  );
  protected readonly trying = computed(() => {
    const step = this.store.runningStep();
    return step === null ? null : stepLabel(step);
  });
  protected readonly took = computed(() => formatDuration(this.store.milliseconds()));
  protected readonly fault = computed(() => {
    if (this.nobodyIsThere()) return this.texts.noPeople;
    return this.lacksPerson() ? this.texts.choose : null;
  });

  constructor() {
    effect(() => {
      const tenantId = this.peopleOf();
      untracked(() => void this.begin(tenantId));
    });
  }

  protected readonly nameOf = (person: Person | string | null): string =>
    person === null || typeof person === 'string' ? (person ?? '') : `${person.displayName} (${person.mail})`;

  protected type(event: Event): void {
    this.person.set(null);
    if (event.target instanceof HTMLInputElement) void this.search.find(this.peopleOf(), event.target.value);
  }

  protected choose(person: Person): void {
    this.person.set(person);
    this.lacksPerson.set(false);
  }

  protected async run(): Promise<void> {
    const person = this.person();
    this.lacksPerson.set(person === null);
    if (person === null) return;
    await this.store.run(this.connection(), person.id);
    const { announcePassed, announceFailed } = this.texts;
    const failed = this.store.failedStep();
    if (failed !== null) await this.announcer.announce(announceFailed(stepLabel(failed.step), failed.remedy ?? ''));
    else if (this.store.state() === 'passed')
      await this.announcer.announce(announcePassed(this.steps().length, this.took()));
  }

  /** Somebody is there to begin with, so that one press is enough. */
  private async begin(tenantId: string): Promise<void> {
    const [first] = await this.search.find(tenantId, '');
    if (this.search.error() === null) this.nobodyIsThere.set(first === undefined);
    this.person.set(first ?? null);
  }
}
