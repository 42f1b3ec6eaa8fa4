import { Component, computed, input, output } from '@angular/core';
import { Icon } from '../../../ui/icon/icon';
import { JOB_CREATE_TEXTS } from '../job-create.texts';
import type { StepFault } from '../step-faults';

/** What is to be mended before somebody can go on; each fault leads to its place. */
@Component({
  selector: 'ferry-fault-summary',
  imports: [Icon],
  template: `
    <section id="fault-summary" class="tone-bad" role="group" tabindex="-1" aria-labelledby="fault-summary-heading">
      <h3 id="fault-summary-heading"><ferry-icon name="alert-triangle" />{{ heading() }}</h3>
      <ul>
        @for (fault of faults(); track fault.elementId + fault.message) {
          <li>
            <a [href]="'#' + fault.elementId" (click)="go($event, fault)">{{ fault.message }}</a>
          </li>
        }
      </ul>
    </section>
  `,
  styles: `
    :host {
      display: block;
    }
    section {
      padding: var(--space-4) 14px;
      background: var(--tone-soft);
      border-radius: var(--radius-card);
    }
    h3 {
      display: flex;
      align-items: center;
      gap: var(--space-3);
      color: var(--tone);
      font-size: var(--size-text);
      font-weight: var(--weight-strong);
    }
    ul {
      padding-left: var(--space-7);
    }
    li {
      padding: var(--space-1) 0;
    }
    a {
      color: var(--ink);
      text-decoration: underline;
    }
  `,
})
export class FaultSummary {
  readonly faults = input.required<readonly StepFault[]>();
  readonly mend = output<StepFault>();

  protected readonly heading = computed(() => JOB_CREATE_TEXTS.summaryHeading(this.faults().length));

  protected go(event: Event, fault: StepFault): void {
    event.preventDefault();
    this.mend.emit(fault);
  }
}
