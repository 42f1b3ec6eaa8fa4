import { mkdirSync, rmSync } from 'node:fs';

/**
 * Runs just before the service of a browser run. Not in playwright.config.ts, which every worker loads again while the
 * service is running.
 */
const folder = process.env.FERRY_DATA_DIR;
if (!folder) throw new Error('FERRY_DATA_DIR names the folder to empty');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
