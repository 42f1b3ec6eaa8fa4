import { settingsPage } from './config/settings-page';

/** Prints the page docs/settings.md. */
process.stdout.write(settingsPage());
