import { Component, computed, inject } from '@angular/core';
import { formatTime } from '../format/dates';
import { Icon } from '../ui/icon/icon';
import { LIVE_FACES } from './live-faces';
import { LiveUpdates } from './live-updates';

/** Whether the page follows what happens, with the button that pauses it; or why it cannot just now. */
@Component({
  selector: 'ferry-live-indicator',
  imports: [Icon],
  template: `
    @if (face(); as face) {
      @if (face.action; as action) {
        <button type="button" [class]="'tone-' + face.tone" [title]="action.hint" (click)="act()">
          <ferry-icon [name]="face.icon" /><span>{{ face.label }}</span>
          <span class="visually-hidden">. {{ action.hint }}</span>
        </button>
      } @else {
        <span class="state" [class]="'tone-' + face.tone"><ferry-icon [name]="face.icon" />{{ label() }}</span>
      }
    }
    <span class="visually-hidden" role="status">{{ announcement() }}</span>
  `,
  styleUrl: './live-indicator.css',
})
export class LiveIndicator {
  private readonly updates = inject(LiveUpdates);

  protected readonly face = computed(() => LIVE_FACES[this.updates.situation()]);
  protected readonly label = computed(() => {
    const until = this.updates.pausedUntil();
    const label = this.face()?.label ?? '';
    return until === null ? label : `${label} ${formatTime(until)}`;
  });
  /** That it is live again goes without saying. */
  protected readonly announcement = computed(() => (this.updates.situation() === 'live' ? '' : this.label()));

  protected act(): void {
    if (this.updates.situation() === 'paused') this.updates.resume();
    else this.updates.pause();
  }
}
