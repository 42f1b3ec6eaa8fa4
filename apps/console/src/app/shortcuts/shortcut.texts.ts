import type { ShortcutGroup } from './shortcut';

export const SHORTCUT_TEXTS = {
  heading: 'Keyboard shortcuts',
  close: 'Close',
  off: 'Single keys are turned off. Turn them on in',
  hint: 'Single keys do nothing while you write. They can be turned off in',
  settings: 'Settings',
  nextRow: 'Next row',
  previousRow: 'Previous row',
  openRow: 'Open the row',
  selectRow: 'Select the row',
  mac: 'Cmd',
  other: 'Ctrl',
} as const;

export const SHORTCUT_GROUP_LABELS: Readonly<Record<ShortcutGroup, string>> = {
  everywhere: 'Everywhere',
  page: 'On this page',
  list: 'In a list',
};
