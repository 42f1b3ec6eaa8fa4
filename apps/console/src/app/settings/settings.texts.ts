import type { Contrast, DateLanguage, Density, Motion, Switch } from '../preferences/preferences';

export const SETTINGS_TEXTS = {
  heading: 'Settings',
  scope: 'For you, in this browser. Changes hold at once.',
  look: 'Look',
  theme: 'Theme',
  contrast: 'Contrast',
  contrastHint: 'High contrast has text at 7:1 and more, and outlines where soft colours were.',
  density: 'Density',
  densityHint: 'How much room rows, cells and controls take.',
  motion: 'Motion',
  motionHint: 'Without motion, nothing moves or fades.',
  dates: 'Dates',
  dateLanguage: 'Language of dates',
  dateHint: 'Times are UTC, as the service keeps them.',
  keyboard: 'Keyboard',
  shortcuts: 'Single-key shortcuts',
  shortcutsHint: 'Turn them off if you dictate, or if keys are pressed by mistake. Ctrl or Cmd with K always works.',
  showShortcuts: 'Show all shortcuts',
} as const;

export const CONTRAST_LABELS: Readonly<Record<Contrast, string>> = {
  system: 'As the system',
  normal: 'Normal',
  high: 'High',
};

export const DENSITY_LABELS: Readonly<Record<Density, string>> = { comfortable: 'Comfortable', compact: 'Compact' };

export const MOTION_LABELS: Readonly<Record<Motion, string>> = { system: 'As the system', reduced: 'Without motion' };

export const SWITCH_LABELS: Readonly<Record<Switch, string>> = { on: 'On', off: 'Off' };

/** In its own words, as somebody who reads it looks for it. */
export const DATE_LANGUAGE_LABELS: Readonly<Record<DateLanguage, string>> = {
  'en-GB': 'English (United Kingdom)',
  'en-US': 'English (United States)',
  'de-DE': 'Deutsch',
  'es-ES': 'Español',
  'fr-FR': 'Français',
  'it-IT': 'Italiano',
  'nl-NL': 'Nederlands',
  'pt-BR': 'Português (Brasil)',
  'sv-SE': 'Svenska',
};
