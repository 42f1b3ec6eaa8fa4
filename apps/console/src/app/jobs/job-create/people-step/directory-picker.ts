import { Component, computed, DestroyRef, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Person } from '@ferry/contracts';
import { EmptyState } from '../../../ui/empty-state/empty-state';
import { FailureNotice } from '../../../ui/failure-notice/failure-notice';
import { Icon } from '../../../ui/icon/icon';
import { Skeleton } from '../../../ui/skeleton/skeleton';
import { DirectoryStore } from '../../data/directory-store';
import { JOB_CREATE_TEXTS } from '../job-create.texts';

/** How long somebody has to pause while typing before the service is asked. */
const PAUSE_MILLISECONDS = 250;

/** People of the target tenant: the service searches, and somebody ticks. */
@Component({
  selector: 'ferry-directory-picker',
  imports: [EmptyState, FailureNotice, Icon, MatButton, Skeleton],
  templateUrl: './directory-picker.html',
  styleUrl: './directory-picker.css',
})
export class DirectoryPicker {
  protected readonly store = inject(DirectoryStore);
  protected readonly texts = JOB_CREATE_TEXTS.directory;

  protected readonly rows = computed(() =>
    this.store.people().map((person) => ({ person, isChosen: this.store.pickedIds().has(person.id) })),
  );
  private lastIndex = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
    void this.store.search(this.store.text());
  }

  protected search({ target }: Event): void {
    if (!(target instanceof HTMLInputElement)) return;
    const text = target.value;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.lastIndex = 0;
      void this.store.search(text);
    }, PAUSE_MILLISECONDS);
  }

  /** With Shift, everyone from the last one touched to this one. */
  protected toggle(index: number, event: MouseEvent): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    const from = event.shiftKey ? this.lastIndex : index;
    const range: readonly Person[] = this.store.people().slice(Math.min(from, index), Math.max(from, index) + 1);
    this.store.pick(range, event.target.checked);
    this.lastIndex = index;
  }
}
