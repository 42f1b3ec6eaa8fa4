import { afterNextRender, DOCUMENT, EnvironmentInjector, inject } from '@angular/core';

/**
 * Puts the focus on the first of some elements that is there after the next rendering: for buttons that disappear when they
 * are pressed. Whoever asks may be gone by then. To be made where things are injected.
 */
export function nextFocus(): (...selectors: readonly string[]) => void {
  const document = inject(DOCUMENT);
  const injector = inject(EnvironmentInjector);
  return (...selectors) => {
    const focus = () => {
      const found = selectors.map((selector) => document.querySelector<HTMLElement>(selector));
      found.find((element) => element !== null)?.focus();
    };
    afterNextRender(focus, { injector });
  };
}
