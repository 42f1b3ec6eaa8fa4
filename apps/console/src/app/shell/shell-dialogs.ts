import { inject, Injector, Service, type Type } from '@angular/core';
import type { MatDialogConfig } from '@angular/material/dialog';
import type { ErrorEntry } from '@ferry/contracts';
import { SHELL_TEXTS } from './shell.texts';

/** What opens over any page. Loaded when it is first asked for, so that the first load does not carry it. */
@Service()
export class ShellDialogs {
  private readonly injector = inject(Injector);

  async openShortcuts(): Promise<void> {
    const { ShortcutsDialog } = await import('../shortcuts/shortcuts-dialog');
    await this.open(ShortcutsDialog, { width: '440px' });
  }

  async openPalette(): Promise<void> {
    const { PaletteDialog } = await import('../palette/palette-dialog');
    const ariaLabel = SHELL_TEXTS.palette;
    await this.open(PaletteDialog, { width: '600px', position: { top: '12vh' }, panelClass: 'palette', ariaLabel });
  }

  async openErrorCode(entry: ErrorEntry): Promise<void> {
    const { ErrorCodeDialog } = await import('../palette/error-code-dialog');
    await this.open(ErrorCodeDialog, { width: '520px', data: entry });
  }

  private async open(dialog: Type<unknown>, config: MatDialogConfig): Promise<void> {
    const { MatDialog } = await import('@angular/material/dialog');
    const dialogs = this.injector.get(MatDialog);
    if (dialogs.openDialogs.length === 0) dialogs.open(dialog, config);
  }
}
