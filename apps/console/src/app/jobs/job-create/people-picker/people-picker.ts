import { CdkFixedSizeVirtualScroll, CdkVirtualForOf, CdkVirtualScrollViewport } from '@angular/cdk/scrolling';
import { Component, computed, input, model, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Person } from '@ferry/contracts';
import { formatCount, formatQuantity } from '../../../format/numbers';
import { Icon } from '../../../ui/icon/icon';
import { readPeopleList, searchPeople } from './people-list';

/** Chooses people: by tick, by range with Shift, all that a search finds, or from a pasted list. */
@Component({
  selector: 'ferry-people-picker',
  imports: [CdkFixedSizeVirtualScroll, CdkVirtualForOf, CdkVirtualScrollViewport, Icon, MatButton],
  templateUrl: './people-picker.html',
  styleUrl: './people-picker.css',
})
export class PeoplePicker {
  readonly people = input.required<readonly Person[]>();
  readonly loading = input(false);
  readonly fault = input<string | null>(null);
  readonly chosen = model.required<readonly string[]>();

  protected readonly text = signal('');
  protected readonly pasting = signal(false);
  protected readonly unknown = signal<readonly string[]>([]);
  protected readonly found = computed(() => searchPeople(this.people(), this.text()));
  protected readonly chosenIds = computed(() => new Set(this.chosen()));
  protected readonly all = computed(() => {
    const chosen = this.found().filter(({ id }) => this.chosenIds().has(id)).length;
    return { checked: chosen > 0 && chosen === this.found().length, some: chosen > 0 && chosen < this.found().length };
  });
  protected readonly count = computed(
    () => `${formatCount(this.chosen().length)} of ${formatCount(this.people().length)} chosen`,
  );
  protected readonly strangers = computed(() => {
    const known = new Set(this.people().map(({ id }) => id));
    const count = this.chosen().filter((id) => !known.has(id)).length;
    return count === 0 || this.loading() ? null : formatQuantity(count, 'id is', 'ids are');
  });
  private lastIndex = 0;

  protected toggleAll(checked: boolean): void {
    this.choose(
      this.found().map(({ id }) => id),
      checked,
    );
  }

  /** With Shift, everyone from the last one touched to this one. */
  protected toggle(index: number, event: MouseEvent): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    const from = event.shiftKey ? this.lastIndex : index;
    const range = this.found().slice(Math.min(from, index), Math.max(from, index) + 1);
    this.choose(
      range.map(({ id }) => id),
      event.target.checked,
    );
    this.lastIndex = index;
  }

  protected search(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.text.set(event.target.value);
    this.lastIndex = 0;
  }

  protected takeList(text: string): void {
    const { ids, unknown } = readPeopleList(text, this.people());
    this.choose(ids, true);
    this.unknown.set(unknown);
    this.pasting.set(unknown.length > 0);
  }

  protected trackPerson(_index: number, person: Person): string {
    return person.id;
  }

  private choose(ids: readonly string[], wanted: boolean): void {
    const changed = new Set(ids);
    const others = this.chosen().filter((id) => !changed.has(id));
    this.chosen.set(wanted ? [...this.chosen(), ...ids.filter((id) => !this.chosenIds().has(id))] : others);
  }
}
