import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { AttentionAction } from '@ferry/contracts';
import { ListKeys } from '../../shortcuts/list-keys';
import { Icon } from '../../ui/icon/icon';
import { OVERVIEW_TEXTS } from '../overview.texts';
import type { AttentionLine } from './attention-line';
import { failedText, moreCausesText, othersText } from './attention.texts';

/** What needs a person now, one row each, with the one action that helps. */
@Component({
  selector: 'ferry-attention-card',
  imports: [Icon, ListKeys, MatButton, RouterLink],
  templateUrl: './attention-card.html',
  styleUrl: './attention-card.css',
})
export class AttentionCard {
  readonly lines = input.required<readonly AttentionLine[]>();
  /** Jobs that ended with people who failed, in all. */
  readonly failedJobs = input.required<number>();
  /** The job that is being asked for something. */
  readonly busy = input<string | null>(null);

  /** Asks for the action of a line. */
  readonly ask = output<AttentionLine>();

  protected readonly open = AttentionAction.Open;
  protected readonly texts = OVERVIEW_TEXTS;
  protected readonly othersText = othersText;
  protected readonly failedText = failedText;
  protected readonly moreCausesText = moreCausesText;
  protected readonly shownFailures = computed(() => this.lines().filter(({ hasFailures }) => hasFailures).length);
}
