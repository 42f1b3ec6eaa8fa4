import { DestroyRef, Directive, ElementRef, inject, input } from '@angular/core';
import type { Shortcut } from './shortcut';
import { Shortcuts } from './shortcuts';
import { SHORTCUT_TEXTS } from './shortcut.texts';

const SELECTORS = { link: 'a[href], button:not(:disabled)', box: 'input[type="checkbox"]:not(:disabled)' };

/**
 * `<table ferryListKeys>`: `j` and `k` go from row to row, Enter opens the row, `x` selects it. What is in the row is
 * used: the first link or button has the focus and is opened, the check box is pressed. A list may say what its rows
 * are: `[ferryListKeys]="'[role=row]'"`. Only what is rendered is a row, so a virtual list must render one more than
 * is seen.
 */
@Directive({ selector: '[ferryListKeys]', host: { class: 'list-keys' } })
export class ListKeys {
  /** Selector of a row. */
  readonly rows = input('tbody > tr', { alias: 'ferryListKeys', transform: (text: string) => text || 'tbody > tr' });

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  /** Where somebody was last, for whoever comes back from elsewhere on the page. */
  private last: HTMLElement | null = null;

  constructor() {
    const key = (key: string, label: string, run: () => boolean): Shortcut => ({ key, label, group: 'list', run });
    inject(Shortcuts).add(
      [
        key('j', SHORTCUT_TEXTS.nextRow, () => this.step(1)),
        key('k', SHORTCUT_TEXTS.previousRow, () => this.step(-1)),
        key('Enter', SHORTCUT_TEXTS.openRow, () => this.open()),
        key('x', SHORTCUT_TEXTS.selectRow, () => this.select()),
      ],
      inject(DestroyRef),
    );
  }

  private step(by: 1 | -1): boolean {
    const rows = [...this.host.querySelectorAll<HTMLElement>(this.rows())];
    const current = this.current() ?? this.last;
    const index = current === null ? -1 : rows.indexOf(current);
    const next = index < 0 ? rows.at(by === 1 ? 0 : -1) : rows[Math.min(Math.max(index + by, 0), rows.length - 1)];
    if (next === undefined) return false;
    this.last = next;
    focusable(next).focus();
    next.scrollIntoView({ block: 'nearest' });
    return true;
  }

  /** A link or a button that has the focus opens by itself. */
  private open(): boolean {
    const row = this.current();
    if (row === null || document.activeElement !== row) return false;
    row.querySelector<HTMLElement>(SELECTORS.link)?.click();
    return true;
  }

  private select(): boolean {
    const box = this.current()?.querySelector<HTMLElement>(SELECTORS.box);
    box?.click();
    return box != null;
  }

  /** The row that has the focus. */
  private current(): HTMLElement | null {
    const row = document.activeElement?.closest<HTMLElement>(this.rows()) ?? null;
    return row !== null && this.host.contains(row) ? row : null;
  }
}

/** The link of a row, or the row itself. */
function focusable(row: HTMLElement): HTMLElement {
  const link = row.querySelector<HTMLElement>(SELECTORS.link);
  if (link === null) row.tabIndex = -1;
  return link ?? row;
}
