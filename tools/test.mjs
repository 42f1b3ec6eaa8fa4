/**
 * `npm test`: everything, in one command. Suites run one after another, each says what failed, and the last line says
 * how many passed and failed. What a suite is, stands in test/suites.mjs.
 */
import { cleanUpAll, cleanUpOnSignals } from './test/at-end.mjs';
import { Report } from './test/report.mjs';
import * as suites from './test/suites.mjs';

cleanUpOnSignals();
const report = new Report({ missingToolFails: process.env.CI === 'true' });

await report.suite('checks', suites.checks);
await report.suite('lint', suites.lint);
await report.suite('types', suites.typecheck);
await report.suite('specs (PGlite)', suites.specs);
await report.suite('database specs (PostgreSQL)', suites.specsOnPostgres);
await report.suite('mail servers (Dovecot)', suites.mailServers);
await report.suite('mail jobs (Dovecot)', suites.mailJobs);
await report.suite('mail jobs (Cyrus)', suites.mailJobsWithCyrus);
const built = await report.suite('builds', suites.builds);
if (built) {
  await report.suite('generated files', suites.generated);
  await report.suite('contracts as a package', suites.contractsPackage);
  await report.suite('conformance (PGlite)', suites.conformanceOnPglite);
  await report.suite('conformance (PostgreSQL)', suites.conformanceOnPostgres);
  await report.suite('journeys (Chromium)', suites.journeys);
  await report.suite('mail migration (Dovecot)', suites.mailMigration);
  await report.suite('crashes (PGlite)', suites.crashesOnPglite);
  await report.suite('crashes (PostgreSQL)', suites.crashesOnPostgres);
  await report.suite('processes (PostgreSQL)', suites.processes);
  await report.suite('full disk', suites.fullDisk);
} else {
  console.error(
    '\nGenerated files, the package, conformance, crashes, processes and journeys need the builds: not run.',
  );
}

await cleanUpAll();
process.exitCode = report.close();
