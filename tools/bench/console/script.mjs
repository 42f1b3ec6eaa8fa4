import { rounded } from '../measure/figures.mjs';
import { budget } from '../measure/result.mjs';
import { signIn } from './browser.mjs';

const GOAL = 200;

/**
 * Kilobytes of script that travel, compressed as the server compresses them, until somebody who was never here has
 * signed in and sees the overview, and the list of jobs behind it.
 */
export async function script(browser, address) {
  const page = await browser.newPage();
  const requests = [];
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script') requests.push(request);
  });
  await page.goto(address);
  await page.getByRole('button', { name: /sign in/i }).waitFor();
  await page.waitForLoadState('networkidle');
  const signInPage = await kilobytesOf(requests);
  await signIn(page, address);
  // Not `networkidle`: the page keeps a connection open for what changes.
  await page.getByRole('button', { name: /live/i }).waitFor();
  const overview = await kilobytesOf(requests);
  await page.getByRole('navigation').getByRole('link', { name: 'Jobs' }).click();
  await page.getByRole('row').nth(1).waitFor();
  const scripts = await Promise.all(requests.map(sizeOf));
  const compressed = scripts.filter(({ encoding }) => encoding !== undefined).length;
  const details = { signInPage: rounded(signInPage), overview: rounded(overview), scripts: scripts.length, compressed };
  await page.close();
  return budget({ name: 'console-script', goal: GOAL, unit: 'kB', details }, [sum(scripts)]);
}

const kilobytesOf = async (requests) => sum(await Promise.all(requests.map(sizeOf)));

const sum = (scripts) => scripts.reduce((total, { kilobytes }) => total + kilobytes, 0);

/** What came out of the browser's cache did not travel. */
async function sizeOf(request) {
  const response = await request.response();
  const { responseBodySize } = await request.sizes();
  const encoding = await response?.headerValue('content-encoding');
  return { kilobytes: responseBodySize / 1000, encoding: encoding ?? undefined };
}
