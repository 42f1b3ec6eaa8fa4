import { Component, computed, inject, input } from '@angular/core';
import { DomSanitizer } from '@angular/platform-browser';
import { ICONS, type IconName } from './icons';

/** A 16 px outline icon. It never stands alone: the words beside it, or the label of its button, say the same. */
@Component({
  selector: 'ferry-icon',
  template: '',
  host: { 'aria-hidden': 'true', '[innerHTML]': 'svg()' },
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

  private readonly sanitizer = inject(DomSanitizer);

  /** Safe: the text is a file of the build, never data. */
  protected readonly svg = computed(() => this.sanitizer.bypassSecurityTrustHtml(ICONS[this.name()]));
}
