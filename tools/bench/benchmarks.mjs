import { consoleInBrowser } from './console/console.mjs';
import { create } from './create/create.mjs';
import { engine } from './engine/engine.mjs';
import { lighthouse } from './lighthouse/lighthouse.mjs';
import { list } from './list/list.mjs';
import { mail } from './mail/mail.mjs';
import { soak } from './soak/soak.mjs';
import { start } from './start/start.mjs';
import { workers } from './workers/workers.mjs';

/**
 * The benchmarks by name.
 *
 * @type {Record<string, (options: { quick: boolean }) => Promise<import('./measure/result.mjs').Result[]>>}
 */
export const benchmarks = { create, list, engine, soak, workers, mail, start, console: consoleInBrowser, lighthouse };
