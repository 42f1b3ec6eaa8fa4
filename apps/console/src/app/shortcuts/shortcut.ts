/** Where the help lists a key. */
export const SHORTCUT_GROUPS = ['everywhere', 'page', 'list'] as const;
export type ShortcutGroup = (typeof SHORTCUT_GROUPS)[number];

/** A key that does something. */
export interface Shortcut {
  /** As `KeyboardEvent.key` says it: `/`, `?`, `j`; with `mod+` in front together with Ctrl, or Cmd on a Mac. */
  readonly key: string;
  /** What it does, as the help says it. */
  readonly label: string;
  readonly group: ShortcutGroup;
  /** False when there is nothing for it to do just now: the next one with the same key is asked. */
  readonly run: (event: KeyboardEvent) => boolean;
}

const TEXT_INPUTS = ['checkbox', 'radio', 'button', 'submit', 'reset', 'range', 'color', 'file'];
const OVERLAYS = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

/** Whether keys pressed there are text: nothing may be taken away from whoever writes. */
export function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !TEXT_INPUTS.includes(target.type);
  return target.isContentEditable || target.matches('textarea, select');
}

/** Whether somebody is in a dialog or a menu, which have keys of their own. */
export function isInOverlay(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(OVERLAYS) !== null;
}

/** The key of an event in the words of a {@link Shortcut}; null for a combination that belongs to the browser. */
export function keyOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): string | null {
  if (altKey) return null;
  return ctrlKey || metaKey ? `mod+${key.toLowerCase()}` : key;
}
