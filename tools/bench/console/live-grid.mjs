import { rounded } from '../measure/figures.mjs';
import { budget } from '../measure/result.mjs';
import { postgres } from '../service/databases.mjs';
import { startService } from '../service/service.mjs';
import { openBrowser, signIn } from './browser.mjs';
import { openGrid } from './open-grid.mjs';
import { RUNNING_JOB, RunningJob, seedRunningJob } from './running-job.mjs';
import { scrollToTheEnd } from './scroll.mjs';
import { SEEDED_PEOPLE, seedPeople } from './seed.mjs';
import { tasksDuring } from './tasks.mjs';

/** Milliseconds that a task of the main thread may take: what a person does then is answered without a noticeable wait. */
const GOAL = 100;
/** As browsers define it. */
const LONG_MS = 50;
/** People whose rows exist while the window stands at the top of the grid. */
const IN_SIGHT = 25;

/**
 * The longest task of the page of a job of 2,000 people of whom 50 a second come further, by the service's own stream:
 * while the window stands still, where all that changes is in sight, and while it is scrolled to the end.
 */
export async function liveGrid(quick) {
  const database = await postgres();
  const place = await database.place();
  await place.fill([seedPeople, seedRunningJob]);
  // Nobody works on the job but the benchmark.
  const service = await startService({ ...place, env: { ...place.env, FERRY_ROLE: 'api' } });
  const job = await RunningJob.open(place.env.DATABASE_URL);
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await signIn(page, service.address);
    await openGrid(page, service.address, RUNNING_JOB);
    const still = () => page.waitForTimeout(quick ? 3_000 : 15_000);
    return [
      await measure('console-live-still', { browser, page, job, people: IN_SIGHT, last: 1 }, still),
      await measure('console-live-scroll', { browser, page, job, people: SEEDED_PEOPLE, last: SEEDED_PEOPLE }, () =>
        scrollToTheEnd(page),
      ),
    ];
  } finally {
    await browser.close();
    await job.close();
    await service.stop();
    await place.remove();
    await database.close();
  }
}

async function measure(name, { browser, page, job, people, last }, work) {
  const before = job.moved;
  let seconds = 0;
  let lag = 0;
  const { tasks, longest, observed } = await tasksDuring(browser, page, async () => {
    const began = performance.now();
    job.start(people);
    await work();
    await job.stop();
    seconds = (performance.now() - began) / 1000;
    const arrived = await job.move([last]);
    const moved = performance.now();
    await untilShown(page, last, arrived);
    lag = performance.now() - moved;
  });
  const above = (limit) => tasks.filter((milliseconds) => milliseconds > limit).length;
  const details = {
    rowsASecond: rounded((job.moved - before) / seconds),
    seconds: rounded(seconds),
    shownAfterMilliseconds: rounded(lag),
    tasks: tasks.length,
    tasksAbove50: above(LONG_MS),
    tasksAbove100: above(GOAL),
    observedByThePage: { longTasks: observed.length, longest: Math.max(0, ...observed) },
    longestTask: Object.fromEntries(Object.entries(longest).map(([part, spent]) => [part, rounded(spent)])),
  };
  return budget({ name, goal: GOAL, unit: 'ms', details }, [Math.max(...tasks)]);
}

/** Waits until the row of a person says how many items have arrived. */
async function untilShown(page, person, items) {
  const row = page.locator(`[role=row][aria-rowindex="${person + 1}"]`);
  await row
    .getByText(`${items.toLocaleString('en-US')} / `)
    .first()
    .waitFor();
}
