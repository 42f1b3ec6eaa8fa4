export const PALETTE_TEXTS = {
  label: 'Search and go anywhere',
  placeholder: 'Search, go to a page, do something',
  results: 'Results',
  searching: 'Searching',
  nothing: 'Nothing found',
  nothingHint: 'Try a part of the name of a job, a person or a page.',
  unreadable: 'Jobs and people cannot be searched just now.',
  open: 'open',
  move: 'move',
  close: 'close',

  pages: 'Pages',
  actions: 'Actions',
  jobs: 'Jobs',
  people: 'People',
  codes: 'Error codes',

  themes: { system: 'Theme: as the system', light: 'Theme: light', dark: 'Theme: dark' },
  highContrast: 'High contrast: on',
  normalContrast: 'High contrast: off',
  comfortable: 'Density: comfortable',
  compact: 'Density: compact',
  pause: 'Pause live updates',
  resume: 'Go on with live updates',
  shortcuts: 'Show keyboard shortcuts',
  signOut: 'Sign out',

  cause: 'Why',
  remedy: 'Fix',
  who: 'Who',
  where: 'Where',
  closeCode: 'Close',
} as const;

/** "5 results". */
export function resultsText(count: number): string {
  return count === 1 ? '1 result' : `${count} results`;
}
