/** The journeys alone, over builds that are there: `nx e2e e2e` builds first. */
import { cleanUpOnSignals } from './test/at-end.mjs';
import { Report } from './test/report.mjs';
import { journeys } from './test/suites.mjs';

cleanUpOnSignals();
const report = new Report({ missingToolFails: true });
await report.suite('journeys (Chromium)', journeys);
process.exitCode = report.close();
