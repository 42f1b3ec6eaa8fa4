import { Component, computed, inject, linkedSignal } from '@angular/core';
import { MatDialogRef } from '@angular/material/dialog';
import { Icon } from '../ui/icon/icon';
import { KeyCap } from '../shortcuts/key-cap';
import type { PaletteItem } from './palette-item';
import { PaletteStore } from './palette-store';
import { PALETTE_TEXTS, resultsText } from './palette.texts';

/**
 * One field for everything: a combobox whose list shows what is found. The field keeps the focus; the arrows move the
 * active option, Enter takes it (WAI-ARIA, combobox pattern).
 */
@Component({
  selector: 'ferry-palette-dialog',
  imports: [Icon, KeyCap],
  templateUrl: './palette-dialog.html',
  styleUrl: './palette-dialog.css',
  providers: [PaletteStore],
})
export class PaletteDialog {
  private readonly dialog = inject<MatDialogRef<PaletteDialog>>(MatDialogRef);

  protected readonly store = inject(PaletteStore);
  protected readonly texts = PALETTE_TEXTS;
  /** Key of the active option: the first one until somebody moves, and again when it is gone. */
  private readonly chosen = linkedSignal<string, string | null>({ source: this.store.text, computation: () => null });
  protected readonly active = computed(() => {
    const items = this.store.items();
    return items.find(({ key }) => key === this.chosen()) ?? items[0] ?? null;
  });
  protected readonly activeId = computed(() => {
    const active = this.active();
    return active === null ? null : this.optionId(active);
  });
  protected readonly status = computed(() => {
    if (this.store.searching()) return PALETTE_TEXTS.searching;
    return this.store.items().length === 0 ? PALETTE_TEXTS.nothing : resultsText(this.store.items().length);
  });

  protected optionId(item: PaletteItem): string {
    return `palette-${this.store.items().indexOf(item)}`;
  }

  protected type(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.store.type(event.target.value);
  }

  protected press(event: KeyboardEvent): void {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0) this.move(by);
    else if (event.key === 'Enter') this.take(this.active());
    else return;
    event.preventDefault();
  }

  protected take(item: PaletteItem | null): void {
    if (item === null) return;
    // First the dialog goes, so that the focus is back before what was chosen moves it.
    this.dialog.afterClosed().subscribe(() => item.run());
    this.dialog.close();
  }

  private move(by: number): void {
    const items = this.store.items();
    const active = this.active();
    if (active === null) return;
    const next = items[(items.indexOf(active) + by + items.length) % items.length];
    this.chosen.set(next?.key ?? null);
    if (next) document.getElementById(this.optionId(next))?.scrollIntoView({ block: 'nearest' });
  }
}
