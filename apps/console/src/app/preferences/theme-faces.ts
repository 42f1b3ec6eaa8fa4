import type { IconName } from '../ui/icon/icons';
import type { Theme } from './preferences';

/** How a theme is called, and its icon. */
export const THEME_FACES: Readonly<Record<Theme, { readonly label: string; readonly icon: IconName }>> = {
  system: { label: 'As the system', icon: 'device-desktop' },
  light: { label: 'Light', icon: 'sun' },
  dark: { label: 'Dark', icon: 'moon' },
};
