import { median, rounded } from '../measure/figures.mjs';
import { budget } from '../measure/result.mjs';
import { signIn } from './browser.mjs';
import { SEEDED_JOB, SEEDED_PEOPLE } from './seed.mjs';

/** Share of frames that may take longer than two of a screen with 60 a second. */
const GOAL = 0.05;
const SLOW_FRAME_MS = 34;
/** Pixels that a frame scrolls: some 7,000 a second, as a quick hand does. */
const PIXELS_PER_FRAME = 120;

/**
 * The share of slow frames while the grid of a job of 2,000 people is scrolled to its end. An empty page of the same
 * height tells what the machine takes by itself.
 */
export async function grid(browser, address, quick) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await signIn(page, address);
  const opened = performance.now();
  await page.goto(`${address}/jobs/${SEEDED_JOB}`);
  await page.getByRole('table', { name: 'People by workloads' }).getByRole('row').nth(5).waitFor();
  const openedInSeconds = (performance.now() - opened) / 1000;
  const rows = Number(await page.getByRole('table', { name: 'People by workloads' }).getAttribute('aria-rowcount'));
  if (rows !== SEEDED_PEOPLE + 1) throw new Error(`The grid shows ${rows} rows.`);

  const empty = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await empty.setContent(`<div style="height: ${height}px; background: linear-gradient(white, grey)"></div>`);

  const [shares, emptyShares, longest] = [[], [], []];
  for (let round = 0; round < (quick ? 1 : 3); round += 1) {
    emptyShares.push(shareOfSlow(await scrollToTheEnd(empty)));
    const frames = await scrollToTheEnd(page);
    await page.getByText(`Person number ${SEEDED_PEOPLE}`, { exact: true }).waitFor();
    shares.push(shareOfSlow(frames));
    longest.push(Math.max(...frames));
  }
  await Promise.all([page.close(), empty.close()]);
  const details = {
    slowFrame: `longer than ${SLOW_FRAME_MS} ms`,
    emptyPage: rounded(median(emptyShares)),
    longestFrameMilliseconds: rounded(median(longest)),
    openedInSeconds: rounded(openedInSeconds),
  };
  return budget({ name: 'console-grid', goal: GOAL, unit: 'ratio', details }, shares);
}

const shareOfSlow = (frames) => frames.filter((frame) => frame > SLOW_FRAME_MS).length / frames.length;

/** Scrolls the window from its beginning to its end, a step in each frame; the milliseconds of each frame. */
async function scrollToTheEnd(page) {
  await page.bringToFront();
  return page.evaluate(async (step) => {
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    window.scrollTo(0, 0);
    await nextFrame();
    let last = await nextFrame();
    const frames = [];
    const end = document.documentElement.scrollHeight - window.innerHeight;
    for (let top = 0; top < end;) {
      top = Math.min(top + step, end);
      window.scrollTo(0, top);
      const now = await nextFrame();
      frames.push(now - last);
      last = now;
    }
    return frames;
  }, PIXELS_PER_FRAME);
}
