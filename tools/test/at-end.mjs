/**
 * What must not outlive a test run: child processes, and whatever a suite started (a database server, a temporary
 * folder). Cleared at the end, after a failure, and on Ctrl+C.
 */

/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set();
/** @type {Set<() => void | Promise<void>>} */
const obligations = new Set();

/** @returns {() => void} to be called when the child has ended */
export function whileRunning(child) {
  children.add(child);
  return () => children.delete(child);
}

/**
 * @param {() => void | Promise<void>} cleanUp
 * @returns {() => Promise<void>} cleans up now instead
 */
export function atEnd(cleanUp) {
  obligations.add(cleanUp);
  return async () => {
    if (obligations.delete(cleanUp)) await cleanUp();
  };
}

export async function cleanUpAll() {
  for (const cleanUp of [...obligations].reverse()) {
    obligations.delete(cleanUp);
    await cleanUp();
  }
}

/** Also when the run itself breaks: what is still running then is at least told to stop. */
export function cleanUpOnSignals() {
  process.once('exit', () => {
    for (const child of children) child.kill('SIGINT');
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, async () => {
      for (const child of children) child.kill(signal);
      await cleanUpAll();
      console.error(`\nInterrupted by ${signal}.`);
      process.exit(signal === 'SIGINT' ? 130 : 143);
    });
  }
}
