import { Component, computed, inject, input } from '@angular/core';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import { formatCount } from '../format/numbers';
import { SessionStore } from '../session/session-store';
import { Icon } from '../ui/icon/icon';
import { DESTINATIONS } from './destinations';
import { SHELL_TEXTS } from './shell.texts';

/** What fits on the badge of a phone. */
const MOST_SHOWN = 99;

/**
 * The main navigation: a column with words, icons alone where it is narrow, on a phone a bar at the bottom that keeps the
 * pages of every day and puts the others under "More".
 */
@Component({
  selector: 'ferry-navigation',
  imports: [Icon, MatMenu, MatMenuItem, MatMenuTrigger, RouterLink],
  templateUrl: './navigation.html',
  styleUrl: './navigation.css',
})
export class Navigation {
  readonly url = input.required<string>();
  /** How many migrations whoever looks can approve. */
  readonly toApprove = input(0);

  private readonly canWrite = inject(SessionStore).canWrite;

  protected readonly texts = SHELL_TEXTS;
  protected readonly badge = computed(() =>
    this.toApprove() > MOST_SHOWN ? SHELL_TEXTS.mostShown : formatCount(this.toApprove()),
  );
  protected readonly destinations = computed(() =>
    DESTINATIONS.filter(({ needsWrite }) => !needsWrite || this.canWrite()).map((destination) => ({
      ...destination,
      current: destination.shows.test(this.url()),
    })),
  );
  protected readonly more = computed(() => this.destinations().filter(({ inBar }) => !inBar));
  protected readonly isUnderMore = computed(() => this.more().some(({ current }) => current));
}
