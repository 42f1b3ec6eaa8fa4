/**
 * What a suite found. `skippedNames` says what was skipped and why, one entry per skipped check.
 *
 * @typedef {{ passed: number, failed: number, skippedNames: string[] }} Counts
 */

/** @returns {Counts} */
export const nothing = () => ({ passed: 0, failed: 0, skippedNames: [] });

/** @returns {Counts} */
export const passed = (count = 1) => ({ ...nothing(), passed: count });

/** @returns {Counts} */
export const failed = (count = 1) => ({ ...nothing(), failed: count });

/** @returns {Counts} */
export const skipped = (name) => ({ ...nothing(), skippedNames: [name] });

/**
 * @param {Counts[]} counts
 * @returns {Counts}
 */
export function sum(counts) {
  return counts.reduce(
    (total, next) => ({
      passed: total.passed + next.passed,
      failed: total.failed + next.failed,
      skippedNames: [...total.skippedNames, ...next.skippedNames],
    }),
    nothing(),
  );
}

/**
 * From what jest-reporter.mjs wrote. A run that ended badly although no test failed (a teardown, a worker that died)
 * counts as one failure.
 *
 * @param {{ passed: number, failed: number, skippedNames: string[] } | undefined} result undefined when nothing was written
 * @param {boolean} endedWell
 * @returns {Counts}
 */
export function ofJest(result, endedWell) {
  if (result === undefined) return failed();
  return endedWell || result.failed > 0 ? result : sum([result, failed()]);
}

/**
 * From Playwright's JSON report. A flaky journey is a failed one: it passed by luck.
 *
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } } | undefined} report
 * @param {boolean} endedWell
 * @returns {Counts}
 */
export function ofPlaywright(report, endedWell) {
  if (report === undefined) return failed();
  const { expected, unexpected, flaky, skipped } = report.stats;
  const counts = {
    passed: expected,
    failed: unexpected + flaky,
    skippedNames: Array.from({ length: skipped }, () => 'a journey'),
  };
  return endedWell || counts.failed > 0 ? counts : sum([counts, failed()]);
}

/**
 * The last line of `npm test`, alone on its line.
 *
 * @param {Counts} counts
 */
export function closingLine({ passed, failed, skippedNames }) {
  const skipped = skippedNames.length > 0 ? `, ${skippedNames.length} skipped` : '';
  return `${passed} passed, ${failed} failed${skipped}`;
}
