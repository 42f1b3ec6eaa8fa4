import { Component, computed, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { PeopleFigures } from '@ferry/contracts';
import { formatCount } from '../../format/numbers';
import { EmptyState } from '../../ui/empty-state/empty-state';
import { Icon } from '../../ui/icon/icon';
import { TENANT_DETAIL_TEXTS } from './tenant-detail.texts';

const MEMBERS = ['mapped', 'inScopeGroup', 'exchangePlan', 'teamsLicence', 'oneDriveLicence'] as const;

/** The people of a tenant in numbers: how many there are, and how many of them meet what the checks look at. */
@Component({
  selector: 'ferry-people-figures-card',
  imports: [EmptyState, Icon, MatButton, RouterLink],
  template: `
    <section class="card" aria-labelledby="people-heading">
      <div class="card-title">
        <h2 id="people-heading">{{ texts.heading }}</h2>
        <span class="numeric muted">{{ total() }} {{ texts.labels.people }}</span>
      </div>
      @if (figures().people === 0) {
        <ferry-empty-state icon="users" [heading]="texts.none">
          {{ texts.noneText }}
          @if (canWrite()) {
            <a action matButton="outlined" [routerLink]="['/tenants', tenantId(), 'people', 'import']">
              <ferry-icon name="upload" />{{ texts.import }}
            </a>
          }
        </ferry-empty-state>
      } @else {
        <ul>
          @for (line of lines(); track line.label) {
            <li [class]="line.all ? 'tone-ok' : 'tone-warn'">
              <ferry-icon [name]="line.all ? 'circle-check' : 'alert-triangle'" />
              <span>{{ line.label }}</span>
              <span class="numeric count">{{ line.count }}</span>
            </li>
          }
        </ul>
        <div class="foot">
          <a matButton="outlined" [routerLink]="['/tenants', tenantId(), 'people']">
            <ferry-icon name="users" />{{ texts.open }}
          </a>
          @if (canWrite()) {
            <a matButton="outlined" [routerLink]="['/tenants', tenantId(), 'people', 'import']">
              <ferry-icon name="upload" />{{ texts.import }}
            </a>
            <a matButton="outlined" [routerLink]="['/tenants', tenantId(), 'preflight']">
              <ferry-icon name="checklist" />{{ texts.check }}
            </a>
          }
        </div>
      }
    </section>
  `,
  styles: `
    ul {
      padding: var(--space-2) 14px;
    }
    li {
      display: flex;
      align-items: center;
      gap: var(--space-3);
      min-height: 32px;
    }
    li + li {
      border-top: 1px solid var(--line);
    }
    ferry-icon {
      color: var(--tone);
    }
    .foot ferry-icon {
      color: inherit;
    }
    .count {
      margin-left: auto;
      font-weight: var(--weight-strong);
    }
    .foot {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-3);
      padding: var(--space-3) 14px var(--space-4);
    }
  `,
})
export class PeopleFiguresCard {
  readonly figures = input.required<PeopleFigures>();
  readonly tenantId = input.required<string>();
  readonly canWrite = input.required<boolean>();

  protected readonly texts = TENANT_DETAIL_TEXTS.people;
  protected readonly total = computed(() => formatCount(this.figures().people));
  protected readonly lines = computed(() => {
    const figures = this.figures();
    return MEMBERS.map((member) => ({
      label: this.texts.labels[member],
      count: formatCount(figures[member]),
      all: figures[member] === figures.people,
    }));
  });
}
