import { Component, computed, input } from '@angular/core';
import { Icon } from '../../../ui/icon/icon';
import type { IconName } from '../../../ui/icon/icons';
import { Meter } from '../../../ui/meter/meter';
import { type LifecycleStep, STEP_FACES } from './lifecycle-step';
import { JOB_DETAIL_TEXTS } from '../job-detail.texts';

const STEP_ICONS: Readonly<Record<LifecycleStep['state'], IconName>> = {
  done: 'circle-check',
  doing: 'refresh',
  waiting: 'clock',
  next: 'circle-dashed',
  warned: 'alert-triangle',
  failed: 'circle-x',
  never: 'circle-minus',
};

/** The way of a job from left to right: done, under way, to come. */
@Component({
  selector: 'ferry-lifecycle-rail',
  imports: [Icon, Meter],
  template: `
    <ol class="card" [attr.aria-label]="texts.lifecycle">
      @for (step of stations(); track step.name) {
        <li
          [class]="'tone-' + step.tone + ' ' + step.state"
          [attr.aria-current]="step.state === 'doing' ? 'step' : null"
        >
          <ferry-meter [ratio]="step.ratio" [tone]="step.tone" />
          <p class="name">
            <ferry-icon [name]="step.icon" />{{ step.name }}<span class="visually-hidden">: {{ step.word }}</span>
          </p>
          <div class="detail numeric">
            <p>{{ step.detail }}</p>
            @if (step.times; as times) {
              <p>{{ times }}</p>
            }
          </div>
        </li>
      }
    </ol>
  `,
  styleUrl: './lifecycle-rail.css',
})
export class LifecycleRail {
  readonly steps = input.required<readonly LifecycleStep[]>();

  protected readonly texts = JOB_DETAIL_TEXTS;
  protected readonly stations = computed(() =>
    this.steps().map((step) => ({ ...step, ...STEP_FACES[step.state], icon: STEP_ICONS[step.state] })),
  );
}
