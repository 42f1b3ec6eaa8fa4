import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '../icon/icon';
import { UI_TEXTS } from '../ui.texts';

/** A page above this one. */
export interface Crumb {
  readonly label: string;
  /** Null where there is nothing to go to. */
  readonly link: readonly string[] | null;
}

/** Where a page stands: the pages above it, outermost first. */
@Component({
  selector: 'ferry-breadcrumb',
  imports: [Icon, RouterLink],
  template: `
    <nav class="small" [attr.aria-label]="texts.breadcrumb">
      <ol>
        @for (crumb of crumbs(); track crumb.label; let last = $last) {
          <li>
            @if (crumb.link === null) {
              <span class="muted breakable">{{ crumb.label }}</span>
            } @else {
              <a class="breakable" [routerLink]="crumb.link">{{ crumb.label }}</a>
            }
            @if (!last) {
              <ferry-icon name="chevron-right" />
            }
          </li>
        }
      </ol>
    </nav>
  `,
  styles: `
    ol {
      display: flex;
      flex-wrap: wrap;
    }
    li {
      display: flex;
      align-items: center;
      min-width: 0;
      min-height: 24px;
    }
    ferry-icon {
      width: 14px;
      height: 14px;
      margin: 0 var(--space-2);
      color: var(--ink-3);
    }
  `,
})
export class Breadcrumb {
  readonly crumbs = input.required<readonly Crumb[]>();

  protected readonly texts = UI_TEXTS;
}
