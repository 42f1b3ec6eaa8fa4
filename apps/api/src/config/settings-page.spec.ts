import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { SETTINGS } from './settings';
import { settingsPage } from './settings-page';

describe('settingsPage', () => {
  it('is what docs/settings.md says; `npm run gen` writes it', () => {
    expect(readFileSync(resolve(__dirname, '../../../../docs/settings.md'), 'utf8')).toBe(settingsPage());
  });

  it('names no variable twice and describes each in a sentence', () => {
    const settings = Object.values(SETTINGS);
    expect(new Set(settings.map(({ name }) => name)).size).toBe(settings.length);
    for (const { description } of settings) expect(description).toMatch(/\.$/);
  });
});
