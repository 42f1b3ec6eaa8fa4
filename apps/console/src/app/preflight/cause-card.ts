import { Component, computed, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { formatQuantity } from '../format/numbers';
import { Icon } from '../ui/icon/icon';
import { Pill } from '../ui/pill/pill';
import type { PreflightCause } from '../jobs/data/job-draft/preflight-causes';
import { FIXER_LABELS } from '../jobs/labels/fixer-labels';
import { WORKLOAD_FACES } from '../jobs/labels/workload-faces';
import { PREFLIGHT_TEXTS } from './preflight.texts';

const SHOWN = 5;

/**
 * Something that was found: how to mend it and who can, and each person with what was seen, to be left out or taken back
 * where people are being chosen.
 */
@Component({
  selector: 'ferry-cause-card',
  imports: [Icon, MatButton, Pill],
  templateUrl: './cause-card.html',
  styleUrl: './cause-card.css',
})
export class CauseCard {
  readonly cause = input.required<PreflightCause>();
  /** Who is left out; null where nobody can be. */
  readonly leftOut = input<ReadonlySet<string> | null>(null);
  readonly nameOf = input.required<(id: string) => string>();

  readonly leave = output<{ ids: readonly string[]; isOut: boolean }>();

  protected readonly texts = PREFLIGHT_TEXTS;
  protected readonly isWhole = signal(false);
  /** The same thing may be missing for several checks, which have a code each. */
  protected readonly name = computed(() => `${this.cause().code} ${this.cause().title}`);
  protected readonly size = computed(() => formatQuantity(this.cause().people.length, 'person', 'people'));
  protected readonly who = computed(() => {
    const { entry } = this.cause();
    return entry === null ? null : FIXER_LABELS[entry.who];
  });
  protected readonly people = computed(() =>
    this.cause()
      .people.slice(0, this.isWhole() ? undefined : SHOWN)
      .map((person) => ({
        ...person,
        name: this.nameOf()(person.id),
        where: person.workloads.map((workload) => WORKLOAD_FACES[workload].label).join(', '),
        isOut: this.leftOut()?.has(person.id) ?? false,
      })),
  );
  protected readonly hidden = computed(() => this.cause().people.length - this.people().length);
  private readonly ids = computed(() => this.cause().people.map(({ id }) => id));
  protected readonly stillIn = computed(() => this.ids().filter((id) => this.leftOut()?.has(id) !== true));

  protected toggleAll(): void {
    const isOut = this.stillIn().length > 0;
    this.leave.emit({ ids: isOut ? this.stillIn() : this.ids(), isOut });
  }
}
