import { Component, effect, ElementRef, inject, input } from '@angular/core';
import { IconDrawings } from './icon-drawings';
import type { IconName } from './icons';

/** A 16 px outline icon. It never stands alone: the words beside it, or the label of its button, say the same. */
@Component({
  selector: 'ferry-icon',
  template: '',
  host: { 'aria-hidden': 'true' },
  styles: `
    :host {
      display: inline-flex;
      flex: none;
      width: 16px;
      height: 16px;
    }
    :host ::ng-deep svg {
      display: block;
      width: 100%;
      height: 100%;
      stroke-width: 1.75;
    }
  `,
})
export class Icon {
  readonly name = input.required<IconName>();

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const drawings = inject(IconDrawings);
    effect(() => host.replaceChildren(drawings.copyOf(this.name())));
  }
}
