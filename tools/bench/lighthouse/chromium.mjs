import puppeteer from 'puppeteer-core';
import { provideChromium } from '../../test/chromium.mjs';
import { FLAGS } from '../console/browser.mjs';

/**
 * A real Chromium by the driver that Lighthouse brings, because it measures a tab of that one: the token lies in the
 * storage of the tab that signed in.
 *
 * @returns {Promise<import('puppeteer-core').Browser>}
 * @throws {import('../../test/report.mjs').MissingTool}
 */
export async function openForLighthouse() {
  return puppeteer.launch({ executablePath: await provideChromium(), args: FLAGS, defaultViewport: null });
}

/** Signs a tab in as Fabrikam's administrator. */
export async function signInTab(tab, address) {
  await tab.goto(address);
  await tab.locator('button::-p-text(Sign in)').click();
  await tab.locator('a::-p-text(admin@fabrikam.example)').click();
  await tab.locator('h1::-p-text(Overview)').wait();
}
