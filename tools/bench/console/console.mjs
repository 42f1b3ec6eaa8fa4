import { pglite } from '../service/databases.mjs';
import { startService } from '../service/service.mjs';
import { openBrowser } from './browser.mjs';
import { grid } from './grid.mjs';
import { liveGrid } from './live-grid.mjs';
import { script } from './script.mjs';
import { seedLargeJob, seedPeople } from './seed.mjs';

/** What the console costs in a real browser: the script of its first load, and 2,000 people, scrolled and on the move. */
export async function consoleInBrowser({ quick }) {
  return [...(await ofJobThatEnded(quick)), ...(await liveGrid(quick))];
}

async function ofJobThatEnded(quick) {
  const place = await (await pglite()).place();
  await place.fill([seedPeople, seedLargeJob]);
  const service = await startService(place);
  const browser = await openBrowser();
  try {
    return [await script(browser, service.address), await grid(browser, service.address, quick)];
  } finally {
    await browser.close();
    await service.stop();
    await place.remove();
  }
}
