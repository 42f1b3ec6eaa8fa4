import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { inWorkspace } from '../workspace/paths.mjs';

/** Where a project's counts are; also named in nx.json as the output of `test`, so that a replayed run brings them back. */
export const resultFile = (project) => inWorkspace('tmp', 'test-results', `${project}.json`);

/** What a project may still need after its last test; whatever is open longer was not closed by a spec. */
const SECONDS_TO_CLOSE = 10;

/**
 * Jest's compact voice: one line per project, each failure in full, and the counts in a file for the closing line.
 */
export default class CountingReporter {
  onTestResult(test, result) {
    if (result.failureMessage) process.stderr.write(`${result.failureMessage}\n`);
  }

  onRunComplete(contexts, results) {
    const project = process.env.NX_TASK_TARGET_PROJECT ?? [...contexts][0]?.config.displayName?.name ?? 'jest';
    const skippedNames = results.testResults.flatMap(({ testResults }) =>
      testResults
        .filter(({ status }) => status === 'pending' || status === 'todo')
        .map(({ fullName }) => `${project}: ${fullName}`),
    );
    const counts = {
      passed: results.numPassedTests,
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skippedNames,
    };
    const file = resultFile(project);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(counts));
    const seconds = ((Date.now() - results.startTime) / 1000).toFixed(1);
    console.log(
      `${project}: ${counts.passed} passed, ${counts.failed} failed, ${skippedNames.length} skipped in ${seconds} s`,
    );
    this.#endEvenIfSomethingIsOpen(project);
  }

  /** Without it Jest would wait for ever for a connection or a timer that nobody closes. */
  #endEvenIfSomethingIsOpen(project) {
    const end = () => {
      console.error(
        `${project}: something is still open ${SECONDS_TO_CLOSE} s after the last test. Run its Jest with --detectOpenHandles, and close it in afterAll.`,
      );
      process.exit(1);
    };
    setTimeout(end, SECONDS_TO_CLOSE * 1000).unref();
  }
}
