import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { SessionStore } from '../session/session-store';
import { Icon } from '../ui/icon/icon';
import type { IconName } from '../ui/icon/icons';

interface Destination {
  readonly path: string;
  readonly label: string;
  readonly icon: IconName;
  readonly needsWrite: boolean;
  readonly shows: RegExp;
}

const DESTINATIONS: readonly Destination[] = [
  { path: '/jobs', label: 'Jobs', icon: 'layout-list', needsWrite: false, shows: /^\/jobs(?!\/new)/ },
  { path: '/jobs/new', label: 'New job', icon: 'plus', needsWrite: true, shows: /^\/jobs\/new/ },
  { path: '/tenants', label: 'Tenants', icon: 'building', needsWrite: false, shows: /^\/tenants/ },
];

/** The main navigation: a column with words, icons alone where it is narrow, a bar at the bottom on a phone. */
@Component({
  selector: 'ferry-navigation',
  imports: [Icon, RouterLink],
  templateUrl: './navigation.html',
  styleUrl: './navigation.css',
})
export class Navigation {
  readonly url = input.required<string>();

  private readonly canWrite = inject(SessionStore).canWrite;

  protected readonly destinations = computed(() =>
    DESTINATIONS.filter(({ needsWrite }) => !needsWrite || this.canWrite()).map((destination) => ({
      ...destination,
      current: destination.shows.test(this.url()),
    })),
  );
}
