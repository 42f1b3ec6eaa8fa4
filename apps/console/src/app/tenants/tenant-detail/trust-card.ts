import { Component, computed, input } from '@angular/core';
import type { TenantPrerequisite } from '@ferry/contracts';
import { Icon } from '../../ui/icon/icon';
import { Pill } from '../../ui/pill/pill';
import { PREREQUISITES, prerequisiteLabel } from '../labels/prerequisite-labels';
import { TENANT_DETAIL_TEXTS } from './tenant-detail.texts';

/** What the checks look at in a tenant itself: trust, applications and their roles. What is missing stands first. */
@Component({
  selector: 'ferry-trust-card',
  imports: [Icon, Pill],
  template: `
    <section class="card" aria-labelledby="trust-heading">
      <div class="card-title">
        <h2 id="trust-heading">{{ texts.heading }}</h2>
        @if (!isOpen()) {
          @if (unmet(); as count) {
            <ferry-pill tone="bad" icon="circle-x">{{ texts.someUnmet(count) }}</ferry-pill>
          } @else {
            <ferry-pill tone="ok" icon="circle-check">{{ texts.allMet }}</ferry-pill>
          }
        }
      </div>
      @if (isOpen()) {
        <p class="muted open">{{ texts.open }}</p>
      } @else {
        <ul>
          @for (line of lines(); track line.name) {
            <li [class]="line.met ? 'tone-ok' : 'tone-bad'">
              <ferry-icon [name]="line.met ? 'circle-check' : 'circle-x'" />
              <span>{{ line.label }}</span>
              <span class="state small">{{ line.met ? texts.met : texts.unmet }}</span>
            </li>
          }
        </ul>
      }
    </section>
  `,
  styles: `
    .open {
      padding: var(--space-4) 14px;
    }
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
    ferry-icon,
    .state {
      color: var(--tone);
    }
    .state {
      margin-left: auto;
    }
  `,
})
export class TrustCard {
  readonly prerequisites = input.required<readonly TenantPrerequisite[]>();
  /** Whether it is a tenant that has none of this. */
  readonly isOpen = input.required<boolean>();

  protected readonly texts = TENANT_DETAIL_TEXTS.trust;
  protected readonly unmet = computed(() => this.prerequisites().filter(({ met }) => !met).length);
  protected readonly lines = computed(() =>
    this.prerequisites()
      .map(({ name, met }) => ({ name, met, label: prerequisiteLabel(name) }))
      .sort((one, other) => Number(one.met) - Number(other.met) || rank(one.name) - rank(other.name)),
  );
}

function rank(name: string): number {
  const index = PREREQUISITES.indexOf(name);
  return index < 0 ? PREREQUISITES.length : index;
}
