import { closingLine, failed, sum } from './counts.mjs';

/** Thrown by a suite whose tool is missing and cannot be installed here. */
export class MissingTool extends Error {}

/**
 * Runs suites one after another and keeps the score. A suite that fails or throws does not stop the next.
 */
export class Report {
  /** @type {{ name: string, counts: import('./counts.mjs').Counts, seconds: number }[]} */
  #rows = [];

  /** @param {{ missingToolFails: boolean }} options true where everything must be there (CI) */
  constructor({ missingToolFails }) {
    this.missingToolFails = missingToolFails;
  }

  /**
   * @param {string} name
   * @param {() => Promise<import('./counts.mjs').Counts>} run
   * @returns {Promise<boolean>} whether nothing failed
   */
  async suite(name, run) {
    console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 76 - name.length))}`);
    const started = Date.now();
    const counts = await run().catch((error) => this.#fromError(name, error));
    this.#rows.push({ name, counts, seconds: (Date.now() - started) / 1000 });
    return counts.failed === 0;
  }

  /** @returns {number} the exit code */
  close() {
    const total = sum(this.#rows.map(({ counts }) => counts));
    const width = Math.max(...this.#rows.map(({ name }) => name.length));
    console.log(`\n${'suite'.padEnd(width)}  passed  failed  skipped   time`);
    for (const { name, counts, seconds } of this.#rows) {
      const cells = [counts.passed, counts.failed, counts.skippedNames.length].map((count) =>
        String(count).padStart(6),
      );
      console.log(`${name.padEnd(width)}  ${cells.join('  ')}  ${seconds.toFixed(1).padStart(6)} s`);
    }
    for (const skipped of total.skippedNames) console.log(`skipped: ${skipped}`);
    console.log(`\n${closingLine(total)}`);
    return total.failed > 0 ? 1 : 0;
  }

  #fromError(name, error) {
    if (!(error instanceof MissingTool)) {
      console.error(error);
      return failed();
    }
    console.error(error.message);
    return this.missingToolFails ? failed() : { passed: 0, failed: 0, skippedNames: [`${name}: ${error.message}`] };
  }
}
