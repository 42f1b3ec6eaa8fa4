import { DestroyRef, DOCUMENT, effect, inject, Service, signal } from '@angular/core';
import { dateLanguage } from '../format/locale';
import { type Preferences, preferencesOf } from './preferences';

/** `index.html` reads it too, so that the first paint already looks as it should. */
const STORAGE_KEY = 'ferry.preferences';

function kept(): Preferences {
  try {
    return preferencesOf(JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}'));
  } catch {
    return preferencesOf({});
  }
}

/**
 * How somebody likes the console, kept in this browser and taken over by its other tabs. Attributes of the root element
 * (`data-theme`, `data-density`, ...) switch the tokens in _tokens.scss.
 */
@Service()
export class PreferenceStore {
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly current = signal(kept());

  readonly preferences = this.current.asReadonly();

  constructor() {
    effect(() => this.apply(this.current()));
    const takeOver = ({ key }: StorageEvent) => key === STORAGE_KEY && this.current.set(kept());
    window.addEventListener('storage', takeOver);
    inject(DestroyRef).onDestroy(() => window.removeEventListener('storage', takeOver));
  }

  change(part: Partial<Preferences>): void {
    this.current.update((preferences) => ({ ...preferences, ...part }));
    localStorage.setItem(STORAGE_KEY, JSON.stringify(this.current()));
  }

  private apply(preferences: Preferences): void {
    for (const [name, value] of Object.entries(preferences)) this.root.dataset[name] = String(value);
    dateLanguage.set(preferences.dateLanguage);
  }
}
