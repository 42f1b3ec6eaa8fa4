import { computed, DestroyRef, DOCUMENT, inject, Service, signal } from '@angular/core';
import { PreferenceStore } from '../preferences/preference-store';
import { isInOverlay, isWriting, keyOf, type Shortcut } from './shortcut';

/**
 * The keys of the console. Single keys do nothing while somebody writes, in a dialog or a menu, and when they are turned
 * off in the settings (WCAG 2.1.4); combinations with Ctrl or Cmd always work. Where two ask for the same key, the
 * later one is asked first: a page's search before that of the shell.
 */
@Service()
export class Shortcuts {
  private readonly preferences = inject(PreferenceStore).preferences;
  private readonly registered = signal<readonly Shortcut[]>([]);

  readonly on = computed(() => this.preferences().shortcuts === 'on');
  /** What the help lists: each key once, as whoever is asked first says it. */
  readonly known = computed(() => {
    const byKey = new Map(this.registered().map((shortcut) => [shortcut.key, shortcut]));
    return [...byKey.values()];
  });

  constructor() {
    const document = inject(DOCUMENT);
    const press = (event: KeyboardEvent) => this.press(event);
    document.addEventListener('keydown', press);
    inject(DestroyRef).onDestroy(() => document.removeEventListener('keydown', press));
  }

  /** Adds keys until the component or directive that asks is gone. */
  add(shortcuts: readonly Shortcut[], owner: DestroyRef): void {
    this.registered.update((known) => [...known, ...shortcuts]);
    owner.onDestroy(() => this.registered.update((known) => known.filter((shortcut) => !shortcuts.includes(shortcut))));
  }

  private press(event: KeyboardEvent): void {
    const key = keyOf(event);
    if (key === null || event.defaultPrevented || event.isComposing) return;
    const isSingle = !key.startsWith('mod+');
    if (isSingle && (!this.on() || isWriting(event.target) || isInOverlay(event.target))) return;
    const answered = this.registered().findLast((shortcut) => shortcut.key === key && shortcut.run(event));
    if (answered !== undefined) event.preventDefault();
  }
}
