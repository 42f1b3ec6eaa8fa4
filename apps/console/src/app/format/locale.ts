import { signal } from '@angular/core';

/** The console speaks English; numbers follow, so that a word and the figure beside it match. */
export const LOCALE = 'en-GB';

/** The language that dates are written in. Whoever formats one in a template or a `computed` is told when it changes. */
export const dateLanguage = signal<string>(LOCALE);
