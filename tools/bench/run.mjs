/**
 * `npm run bench [-- name...] [--json] [--quick]`: measures every goal that has a number, against a baseline of the same
 * run where there is one. `--quick` only shows that the benchmarks work; its figures mean little.
 */
import { parseArgs } from 'node:util';
import { cleanUpAll, cleanUpOnSignals } from '../test/at-end.mjs';
import { MissingTool } from '../test/report.mjs';
import { benchmarks } from './benchmarks.mjs';
import { buildAll } from './builds.mjs';
import { printTable } from './measure/table.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, quick: { type: 'boolean', default: false } },
});
const names = positionals.length > 0 ? positionals : Object.keys(benchmarks);
const unknown = names.filter((name) => !(name in benchmarks));
if (unknown.length > 0) {
  console.error(`No benchmark is called ${unknown.join(', ')}. There are: ${Object.keys(benchmarks).join(', ')}.`);
  process.exit(2);
}

cleanUpOnSignals();
process.exitCode = (await run()) ? 0 : 1;

/** One benchmark that breaks does not stop the next. @returns {Promise<boolean>} whether every goal was reached */
async function run() {
  await buildAll();
  const results = [];
  let broken = false;
  for (const name of names) {
    console.error(`${name} ...`);
    try {
      const measured = await benchmarks[name](options);
      results.push(...measured);
      if (options.json) for (const result of measured) console.log(JSON.stringify(result));
    } catch (error) {
      broken = true;
      console.error(error instanceof MissingTool ? error.message : error);
    } finally {
      await cleanUpAll();
    }
  }
  if (!options.json) printTable(results);
  return !broken && results.every(({ pass }) => pass);
}
