/** `npm run check`: format, files, lint and types; the quick part of `npm test`. */
import { cleanUpOnSignals } from './test/at-end.mjs';
import { Report } from './test/report.mjs';
import * as suites from './test/suites.mjs';

cleanUpOnSignals();
const report = new Report({ missingToolFails: true });

await report.suite('checks', suites.checks);
await report.suite('lint', suites.lint);
await report.suite('types', suites.typecheck);

process.exitCode = report.close();
