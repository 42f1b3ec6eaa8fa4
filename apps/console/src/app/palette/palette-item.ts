import type { IconName } from '../ui/icon/icons';

/** The kinds of what can be found, in the order in which they are listed. */
export const PALETTE_GROUPS = ['jobs', 'people', 'codes', 'pages', 'actions'] as const;
export type PaletteGroup = (typeof PALETTE_GROUPS)[number];

/** Something that can be gone to or done. */
export interface PaletteItem {
  /** Unique among all. */
  readonly key: string;
  readonly group: PaletteGroup;
  readonly label: string;
  /** What tells it from another with the same label; empty where nothing has to. */
  readonly detail: string;
  readonly icon: IconName;
  readonly run: () => void;
}

/** Whether each word of the text stands in the label. */
export function isMeant(item: Pick<PaletteItem, 'label'>, text: string): boolean {
  const label = item.label.toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => label.includes(word));
}
