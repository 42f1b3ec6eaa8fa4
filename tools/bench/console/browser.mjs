import { chromium } from '@playwright/test';
import { provideChromium } from '../../test/chromium.mjs';

export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * A real Chromium that was never here before.
 *
 * @returns {Promise<import('@playwright/test').Browser>}
 * @throws {import('../../test/report.mjs').MissingTool}
 */
export async function openBrowser() {
  return chromium.launch({ executablePath: await provideChromium(), args: FLAGS });
}

/** Signs in, as Fabrikam's administrator or somebody else of the sandbox, and ends at the overview. */
export async function signIn(page, address, upn = 'admin@fabrikam.example') {
  await page.goto(address);
  await page.getByRole('button', { name: /sign in/i }).click();
  await page.getByRole('link', { name: upn }).click();
  await page.getByRole('heading', { name: 'Overview', level: 1 }).waitFor();
}
