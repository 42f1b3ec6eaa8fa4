import type { IconName } from '../ui/icon/icons';

/** A page that the navigation leads to. */
export interface Destination {
  readonly path: string;
  readonly label: string;
  readonly icon: IconName;
  /** Whether only somebody who may create and run jobs has a use for it. */
  readonly needsWrite: boolean;
  /** The addresses at which one is there. */
  readonly shows: RegExp;
  /** Whether it has a place of its own in the bar at the bottom of a phone; the others are under "More". */
  readonly inBar: boolean;
}

const at = (path: string): RegExp => new RegExp(`^${path}(?:[/?#]|$)`);

/** In the order of the navigation. */
export const DESTINATIONS: readonly Destination[] = [
  {
    path: '/overview',
    label: 'Overview',
    icon: 'layout-dashboard',
    needsWrite: false,
    shows: at('/overview'),
    inBar: true,
  },
  {
    path: '/jobs',
    label: 'Jobs',
    icon: 'layout-list',
    needsWrite: false,
    shows: /^\/jobs(?!\/new(?:[/?#]|$))/,
    inBar: true,
  },
  { path: '/jobs/new', label: 'New job', icon: 'plus', needsWrite: true, shows: at('/jobs/new'), inBar: true },
  {
    path: '/approvals',
    label: 'Approvals',
    icon: 'square-check',
    needsWrite: false,
    shows: at('/approvals'),
    inBar: true,
  },
  { path: '/tenants', label: 'Tenants', icon: 'building', needsWrite: false, shows: at('/tenants'), inBar: false },
  { path: '/audit', label: 'Audit', icon: 'history', needsWrite: false, shows: at('/audit'), inBar: false },
  {
    path: '/reports',
    label: 'Reports',
    icon: 'file-analytics',
    needsWrite: false,
    shows: at('/reports'),
    inBar: false,
  },
  { path: '/settings', label: 'Settings', icon: 'settings', needsWrite: false, shows: at('/settings'), inBar: false },
];
