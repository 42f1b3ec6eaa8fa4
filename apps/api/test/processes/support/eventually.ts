import { setTimeout as delay } from 'node:timers/promises';

const LOOK_EVERY_MS = 50;

/**
 * Looks until something holds. Another process gives no word of what it does, so there is nothing else to wait for; a
 * question that fails is asked again. The limit of the test ends it.
 */
export async function eventually(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds().catch(() => false))) await delay(LOOK_EVERY_MS);
}
