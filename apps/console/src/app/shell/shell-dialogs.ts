import { Injector, inject, Service } from '@angular/core';

/** What opens over any page. Loaded when it is first asked for, so that the first load does not carry it. */
@Service()
export class ShellDialogs {
  private readonly injector = inject(Injector);

  async openShortcuts(): Promise<void> {
    const [{ MatDialog }, { ShortcutsDialog }] = await Promise.all([
      import('@angular/material/dialog'),
      import('../shortcuts/shortcuts-dialog'),
    ]);
    const dialogs = this.injector.get(MatDialog);
    if (dialogs.openDialogs.length === 0) dialogs.open(ShortcutsDialog, { width: '440px' });
  }
}
