import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '../../../ui/icon/icon';
import { JOB_CREATE_STEPS, type JobCreateStep } from '../job-create-step';
import { JOB_CREATE_TEXTS } from '../job-create.texts';
import type { StepFault } from '../step-faults';

/** The steps of the flow as links: which one is shown, which lie behind, and where something is to mend. */
@Component({
  selector: 'ferry-stepper',
  imports: [Icon, RouterLink],
  templateUrl: './stepper.html',
  styleUrl: './stepper.css',
})
export class Stepper {
  readonly current = input.required<JobCreateStep>();
  readonly faults = input.required<readonly StepFault[]>();

  protected readonly texts = JOB_CREATE_TEXTS;
  protected readonly steps = computed(() => {
    const at = JOB_CREATE_STEPS.indexOf(this.current());
    const faulty = new Set(this.faults().map(({ step }) => step));
    return JOB_CREATE_STEPS.map((step, index) => ({
      step,
      number: index + 1,
      label: JOB_CREATE_TEXTS.steps[step].label,
      isCurrent: index === at,
      isDone: index < at && !faulty.has(step),
      isFaulty: faulty.has(step),
    }));
  });
}
