import { DestroyRef, Directive, ElementRef, inject, input, type OnInit } from '@angular/core';
import { Shortcuts } from './shortcuts';

/** `<input ferryShortcut="/" shortcutLabel="Search the jobs">`: the key goes to the field, or presses the button or link. */
@Directive({ selector: '[ferryShortcut]', host: { '[attr.aria-keyshortcuts]': 'ferryShortcut()' } })
export class ShortcutTarget implements OnInit {
  readonly ferryShortcut = input.required<string>();
  /** What the key does, as the help says it. */
  readonly shortcutLabel = input.required<string>();

  private readonly shortcuts = inject(Shortcuts);
  private readonly owner = inject(DestroyRef);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  ngOnInit(): void {
    const [key, label] = [this.ferryShortcut(), this.shortcutLabel()];
    this.shortcuts.add([{ key, label, group: 'page', run: () => this.go() }], this.owner);
  }

  private go(): boolean {
    if (this.element.matches(':disabled')) return false;
    this.element.focus();
    if (this.element instanceof HTMLInputElement) this.element.select();
    else this.element.click();
    return true;
  }
}
