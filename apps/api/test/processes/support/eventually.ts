import { setTimeout as delay } from 'node:timers/promises';

const LOOK_EVERY_MS = 50;
/** Below the limit of a test, which ends the test but not what it waits for. */
const LIMIT_MS = 120_000;

/**
 * Looks until something holds. Another process gives no word of what it does, so there is nothing else to wait for; a
 * question that fails is asked again. Throws when it does not come to hold.
 */
export async function eventually(holds: () => Promise<boolean>, limitMs = LIMIT_MS): Promise<void> {
  const end = performance.now() + limitMs;
  let trouble: unknown = null;
  const looked = async (): Promise<boolean> => {
    trouble = null;
    return holds().catch((error: unknown) => {
      trouble = error;
      return false;
    });
  };
  while (!(await looked())) {
    if (performance.now() > end) throw new Error(`It did not come to hold: ${holds.toString()}`, { cause: trouble });
    await delay(LOOK_EVERY_MS);
  }
}
