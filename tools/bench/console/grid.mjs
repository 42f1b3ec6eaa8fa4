import { median, rounded } from '../measure/figures.mjs';
import { budget } from '../measure/result.mjs';
import { signIn } from './browser.mjs';
import { openGrid } from './open-grid.mjs';
import { scrollToTheEnd } from './scroll.mjs';
import { SEEDED_JOB, SEEDED_PEOPLE } from './seed.mjs';

/** Share of frames that may take longer than two of a screen with 60 a second. */
const GOAL = 0.05;
const SLOW_FRAME_MS = 34;

/**
 * The share of slow frames while the grid of a job of 2,000 people is scrolled to its end. An empty page of the same
 * height tells what the machine takes by itself.
 */
export async function grid(browser, address, quick) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await signIn(page, address);
  const openedInSeconds = await openGrid(page, address, SEEDED_JOB);

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
