import { DOCUMENT, effect, inject, Service, signal } from '@angular/core';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const STORAGE_KEY = 'ferry.theme';

function remembered(): Theme {
  const stored = localStorage.getItem(STORAGE_KEY);
  return THEMES.find((theme) => theme === stored) ?? 'system';
}

/** The chosen look. `color-scheme` on the root element switches every token (_tokens.scss). */
@Service()
export class ThemeStore {
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly chosen = signal<Theme>(remembered());

  readonly theme = this.chosen.asReadonly();

  constructor() {
    effect(() => (this.root.style.colorScheme = this.chosen() === 'system' ? 'light dark' : this.chosen()));
  }

  choose(theme: Theme): void {
    localStorage.setItem(STORAGE_KEY, theme);
    this.chosen.set(theme);
  }
}
