import { Component, computed, input } from '@angular/core';
import type { Tone } from '../tone';

/** A thin bar; the figures beside it say the same, so it is silent for a screen reader. */
@Component({
  selector: 'ferry-meter',
  template: '<span [style.inline-size]="size()"></span>',
  host: { 'aria-hidden': 'true', '[class]': '"tone-" + tone()' },
  styles: `
    :host {
      display: block;
      height: 3px;
      overflow: hidden;
      background: var(--line);
      border-radius: 2px;
    }
    span {
      display: block;
      height: 100%;
      background: var(--tone);
      border-radius: 2px;
    }
  `,
})
export class Meter {
  /** 0 to 1. */
  readonly ratio = input.required<number>();
  readonly tone = input.required<Tone>();

  protected readonly size = computed(() => `${Math.round(this.ratio() * 1000) / 10}%`);
}
