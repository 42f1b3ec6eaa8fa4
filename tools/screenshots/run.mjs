/**
 * Pictures of every page of the built console over the sandbox, light and dark, wide and narrow, in `tmp/screenshots`.
 * Names of pages after the command choose among them: `npm run screenshots -- overview jobs`.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildAll } from '../bench/builds.mjs';
import { openBrowser, signIn } from '../bench/console/browser.mjs';
import { pglite } from '../bench/service/databases.mjs';
import { startService } from '../bench/service/service.mjs';
import { cleanUpAll, cleanUpOnSignals } from '../test/at-end.mjs';
import { inWorkspace } from '../workspace/paths.mjs';
import { EMPTY_PAGES, PAGES } from './pages.mjs';
import { fillSandbox } from './sandbox.mjs';

const FOLDER = inWorkspace('tmp', 'screenshots');
/** What the pages are filled with, without the question who is signed in. */
const CONTENT = /\/(api\/v1\/(?!session)|v1\.0\/)/;
const SCHEMES = ['light', 'dark'];
const SIZES = { wide: { width: 1560, height: 1000 }, narrow: { width: 390, height: 844 } };

cleanUpOnSignals();
const wanted = process.argv.slice(2);
const chosen = (pages) => pages.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
if (wanted.length === 0) rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
await buildAll();

const place = await (await pglite()).place();
const service = await startService(place);
const browser = await openBrowser();
try {
  const jobs = await fillSandbox(service);
  await photograph('admin@fabrikam.example', chosen(PAGES), jobs);
  await photograph('admin@northwind.example', chosen(EMPTY_PAGES), jobs);
  console.log(`The pictures are in ${FOLDER}.`);
} finally {
  await browser.close();
  await service.stop();
  await place.remove();
  await cleanUpAll();
}

/** Takes the pictures of some pages as somebody sees them. */
async function photograph(upn, pages, jobs) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce', timezoneId: 'UTC' });
    const page = await context.newPage();
    await signIn(page, service.address, upn);
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      for (const { name, address, before, service: state } of pages) {
        await page.route(CONTENT, (route) => answer(route, state));
        await page.goto(service.address + address.replace(/\{(.*?)\}/g, (_, job) => jobs.get(job)));
        await isSettled(page, state);
        await before?.(page);
        // A dialog is of the size of the window.
        if ((await page.getByRole('dialog').count()) === 0) await growToContent(page, viewport);
        await page.screenshot({ path: join(FOLDER, `${name}-${colorScheme}-${size}.png`) });
        await page.setViewportSize(viewport);
        await page.unroute(CONTENT);
        console.log(`${name}, ${colorScheme}, ${size}`);
      }
    }
    await context.close();
  }
}

/** Lets a question through to the service, or is what the service is said to be. */
function answer(route, state) {
  switch (state) {
    case 'silent':
      return undefined;
    case 'broken':
      return route.fulfill({
        status: 500,
        json: { error: { code: 'generalException', message: 'It is out of order.' } },
      });
    default:
      return route.fallback();
  }
}

/** Nothing is being read any more, unless nobody answers, and the letters are those that will stay. */
async function isSettled(page, state) {
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
  const isBusy = state === 'silent';
  await page.waitForFunction(
    (busy) => (document.querySelector('ferry-skeleton, [aria-busy="true"]') !== null) === busy,
    isBusy,
  );
  await page.evaluate(() => document.fonts.ready);
}

/** All of a page in one window, so that what sticks to its edges is where it belongs; rows that it draws then make it higher. */
async function growToContent(page, viewport) {
  const needed = () => page.evaluate(() => document.documentElement.scrollHeight);
  for (let height = 0; height < (await needed());) {
    height = Math.max(viewport.height, await needed());
    await page.setViewportSize({ ...viewport, height });
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  }
}
