import lighthouse, { desktopConfig } from 'lighthouse';

/** The categories that have goals, with the least score, of 100, that will do. */
export const CATEGORIES = { performance: 95, accessibility: 100, 'best-practices': 100 };

const LONGEST_LOAD_MS = 10_000;

/** What the performance of a page is made of, as Lighthouse calls it. */
const FIGURES = {
  firstPaintMilliseconds: 'first-contentful-paint',
  largestPaintMilliseconds: 'largest-contentful-paint',
  speedIndexMilliseconds: 'speed-index',
  blockedMilliseconds: 'total-blocking-time',
  layoutShift: 'cumulative-layout-shift',
};

/**
 * One load of a page by a browser that has nothing of the console but its sign-in: Lighthouse's desktop preset, which
 * reckons with a network of 10 Mbit/s and 40 ms.
 *
 * @param {import('puppeteer-core').Page} tab that is signed in
 * @returns {Promise<{ scores: Record<string, number>, found: Record<string, string[]>, figures: Record<string, number> }>}
 *   scores of 100, what cost points, and what the performance is made of; with Lighthouse's index of how fast the machine
 *   was just then, which is lower when it had other work
 */
export async function measureQuality(tab, url) {
  await forgetFiles(tab);
  const flags = {
    onlyCategories: Object.keys(CATEGORIES),
    // What the tab keeps is its sign-in.
    disableStorageReset: true,
    maxWaitForLoad: LONGEST_LOAD_MS,
    // Only its report shows one, and a page of 2,000 people takes ten seconds for it.
    disableFullPageScreenshot: true,
    logLevel: 'error',
  };
  const { lhr } = await lighthouse(url, flags, desktopConfig, tab);
  if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  if (lhr.runWarnings.length > 0) throw new Error(`${url}: ${lhr.runWarnings.join(' ')}`);
  if (new URL(lhr.finalDisplayedUrl).pathname !== new URL(url).pathname) {
    throw new Error(`${url} led to ${lhr.finalDisplayedUrl}.`);
  }
  return {
    scores: perCategory(({ score }) => Math.round(score * 100), lhr),
    found: perCategory(
      ({ auditRefs }) => auditRefs.filter(({ id, weight }) => costs(lhr.audits[id], weight)).map(({ id }) => id),
      lhr,
    ),
    figures: {
      ...Object.fromEntries(Object.entries(FIGURES).map(([name, id]) => [name, lhr.audits[id].numericValue])),
      machineSpeed: lhr.environment.benchmarkIndex,
    },
  };
}

async function forgetFiles(tab) {
  const session = await tab.createCDPSession();
  await session.send('Network.clearBrowserCache');
  await session.detach();
}

const perCategory = (figure, { categories }) =>
  Object.fromEntries(Object.keys(CATEGORIES).map((name) => [name, figure(categories[name])]));

const costs = ({ score }, weight) => weight > 0 && score !== null && score < 1;
