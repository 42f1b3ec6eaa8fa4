import { Component, computed, input } from '@angular/core';
import { SHORTCUT_TEXTS } from './shortcut.texts';

const IS_MAC = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** A key, or two to be pressed together, as they stand on the keyboard. */
@Component({
  selector: 'ferry-key-cap',
  template: `@for (cap of caps(); track cap) {
    <kbd>{{ cap }}</kbd>
  }`,
  styles: `
    :host {
      display: inline-flex;
      gap: var(--space-1);
    }
    kbd {
      min-width: 20px;
      padding: 0 5px;
      color: var(--ink-2);
      background: var(--surface);
      border: 1px solid var(--line-2);
      border-radius: var(--radius-key);
      font: var(--weight-medium) var(--size-small) / 18px var(--font);
      text-align: center;
    }
  `,
})
export class KeyCap {
  readonly key = input.required<string>();

  protected readonly caps = computed(() => {
    const [first = '', second] = this.key().split('+');
    const capital = (text: string) => text.toUpperCase();
    if (second === undefined) return [first];
    return [IS_MAC ? SHORTCUT_TEXTS.mac : SHORTCUT_TEXTS.other, capital(second)];
  });
}
