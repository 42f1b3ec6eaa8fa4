import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { Pill } from '../../../ui/pill/pill';
import type { IconName } from '../../../ui/icon/icons';
import type { Tone } from '../../../ui/tone';
import { type CreationState, isFixed, type JobCreation } from '../../data/job-draft/job-creation';
import { JOB_CREATE_TEXTS } from '../job-create.texts';

const FACES: Readonly<Record<CreationState, { tone: Tone; icon: IconName }>> = {
  waiting: { tone: 'idle', icon: 'circle-dashed' },
  asked: { tone: 'warn', icon: 'alert-triangle' },
  created: { tone: 'ok', icon: 'circle-check' },
  refused: { tone: 'bad', icon: 'circle-x' },
};

/** What became of each job: where it is, or why it is not there and how that is mended. */
@Component({
  selector: 'ferry-creation-result',
  imports: [MatButton, Pill, RouterLink],
  templateUrl: './creation-result.html',
  styleUrl: './creation-result.css',
})
export class CreationResult {
  readonly creations = input.required<readonly JobCreation[]>();
  readonly busy = input(false);

  readonly rename = output<{ at: number; displayName: string }>();

  protected readonly texts = JOB_CREATE_TEXTS.review;
  private readonly done = computed(() => this.creations().filter(({ state }) => state === 'created').length);
  protected readonly isDone = computed(() => this.done() === this.creations().length);
  protected readonly heading = computed(() => {
    if (this.isDone()) return JOB_CREATE_TEXTS.review.done(this.done());
    if (!isFixed(this.creations())) return JOB_CREATE_TEXTS.review.notCreated;
    return JOB_CREATE_TEXTS.review.partly(this.done(), this.creations().length);
  });
  protected readonly rows = computed(() =>
    this.creations().map((creation) => ({
      ...creation,
      ...FACES[creation.state],
      stateText: JOB_CREATE_TEXTS.review.states[creation.state],
      size: JOB_CREATE_TEXTS.plan.size(creation.people.length),
      canRename: creation.state === 'refused' || creation.state === 'waiting',
    })),
  );

  protected valueOf({ target }: Event): string {
    return target instanceof HTMLInputElement ? target.value.trim() : '';
  }
}
