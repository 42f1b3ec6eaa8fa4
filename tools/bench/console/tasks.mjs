const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];
/** What a task is made of, where a trace names it. */
const PARTS = new Set([
  'FunctionCall',
  'RunMicrotasks',
  'FireAnimationFrame',
  'TimerFire',
  'UpdateLayoutTree',
  'Layout',
  'Paint',
  'MajorGC',
  'MinorGC',
  'PrePaint',
  'Layerize',
  'Commit',
  'HitTest',
  'ParseHTML',
]);

/**
 * Every task of the main thread of a page while something is done, by Chromium's own trace, and the long ones by the
 * observer that the page itself has: milliseconds of each, and what the longest one was made of.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {import('@playwright/test').Page} page
 * @param {() => Promise<void>} work
 * @returns {Promise<{ tasks: number[], longest: Record<string, number>, observed: number[] }>}
 */
export async function tasksDuring(browser, page, work) {
  await page.evaluate(() => {
    window.longTasks = [];
    window.longTaskObserver = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.longTasks.push(duration);
    });
    window.longTaskObserver.observe({ type: 'longtask' });
  });
  await browser.startTracing(page, { categories: CATEGORIES });
  await work();
  const trace = JSON.parse((await browser.stopTracing()).toString());
  const observed = await page.evaluate(() => {
    window.longTaskObserver.disconnect();
    return window.longTasks;
  });
  return { ...tasksOf(trace.traceEvents, page.url()), observed };
}

function tasksOf(events, url) {
  const process = processOf(events, url);
  const main = events.find(
    ({ name, pid, args }) => name === 'thread_name' && pid === process && args.name === 'CrRendererMain',
  );
  const own = events.filter(({ pid, tid, ph }) => pid === process && tid === main.tid && ph === 'X');
  const tasks = own.filter(({ name }) => name === 'RunTask');
  const longest = tasks.reduce((most, task) => (task.dur > most.dur ? task : most));
  return { tasks: tasks.map(({ dur }) => dur / 1000), longest: partsOf(longest, own) };
}

/** The process that drew the page when the trace began. */
function processOf(events, url) {
  const begun = events.find(({ name }) => name === 'TracingStartedInBrowser');
  const frame = begun.args.data.frames.find((candidate) => candidate.url === url);
  return frame.processId;
}

function partsOf(task, all) {
  const parts = {};
  for (const { name, ts, dur } of all) {
    if (!PARTS.has(name) || ts < task.ts || ts >= task.ts + task.dur) continue;
    parts[name] = (parts[name] ?? 0) + dur / 1000;
  }
  return parts;
}
