export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const CONTRASTS = ['system', 'normal', 'high'] as const;
export type Contrast = (typeof CONTRASTS)[number];

export const DENSITIES = ['comfortable', 'compact'] as const;
export type Density = (typeof DENSITIES)[number];

export const MOTIONS = ['system', 'reduced'] as const;
export type Motion = (typeof MOTIONS)[number];

/** Languages of dates by their tag (BCP 47); the first one is that of the console's words. */
export const DATE_LANGUAGES = [
  'en-GB',
  'en-US',
  'de-DE',
  'es-ES',
  'fr-FR',
  'it-IT',
  'nl-NL',
  'pt-BR',
  'sv-SE',
] as const;
export type DateLanguage = (typeof DATE_LANGUAGES)[number];

export const SWITCHES = ['on', 'off'] as const;
export type Switch = (typeof SWITCHES)[number];

/** What may be chosen for each preference; the first choice holds until somebody chooses. */
export const CHOICES = {
  theme: THEMES,
  contrast: CONTRASTS,
  density: DENSITIES,
  motion: MOTIONS,
  dateLanguage: DATE_LANGUAGES,
  shortcuts: SWITCHES,
} as const;

/** How somebody likes the console, in this browser. */
export interface Preferences {
  readonly theme: Theme;
  readonly contrast: Contrast;
  readonly density: Density;
  readonly motion: Motion;
  readonly dateLanguage: DateLanguage;
  /** Whether single keys do something (WCAG 2.1.4). */
  readonly shortcuts: Switch;
}

/** What is kept under an older version, or was written by hand, may be anything: what is no choice is not taken. */
export function preferencesOf(kept: unknown): Preferences {
  const words = typeof kept === 'object' && kept !== null ? new Map(Object.entries(kept)) : new Map<string, unknown>();
  const choose = <T>(name: keyof Preferences, choices: readonly [T, ...T[]]): T =>
    choices.find((choice) => choice === words.get(name)) ?? choices[0];
  return {
    theme: choose('theme', CHOICES.theme),
    contrast: choose('contrast', CHOICES.contrast),
    density: choose('density', CHOICES.density),
    motion: choose('motion', CHOICES.motion),
    dateLanguage: choose('dateLanguage', CHOICES.dateLanguage),
    shortcuts: choose('shortcuts', CHOICES.shortcuts),
  };
}
