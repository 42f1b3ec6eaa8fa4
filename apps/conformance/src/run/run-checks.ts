import { type Check, restsOnDecision, sectionOf } from '../checks/check';
import { shown } from '../expect/expect';
import { ExpectationFailed } from '../expect/expectation-failed';
import { CheckContext } from './check-context';
import type { Outcome } from './outcome';
import type { Run } from './run';
import { Skipped } from './skipped';

/** Does the checks one after another, and tells each outcome as soon as it is there. */
export async function runChecks(
  run: Run,
  checks: readonly Check[],
  tell: (outcome: Outcome) => void,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const [index, check] of checks.entries()) {
    const last = checks[index - 1];
    if (last !== undefined && sectionOf(last) !== sectionOf(check)) await endSection(run);
    for (const version of versionsFor(check, run.server.options.versions)) {
      if (run.isStopped) return outcomes;
      const outcome = await outcomeOf(run, check, version);
      outcomes.push(outcome);
      tell(outcome);
    }
  }
  return outcomes;
}

function versionsFor({ versions }: Check, asked: readonly string[]): readonly string[] {
  switch (versions) {
    case 'every':
      return asked;
    case 'named':
      return asked.filter((version) => version !== '');
    case undefined:
      return [asked.find((version) => version !== '') ?? ''];
  }
}

/** What a section shared is over with it, so that its jobs do not hold their people in the next. */
async function endSection({ created, fixtures }: Run): Promise<void> {
  fixtures.clear();
  await created.endSection();
}

async function outcomeOf(run: Run, check: Check, version: string): Promise<Outcome> {
  const told = { check, version: check.versions === undefined ? null : version };
  const reason = reasonToSkip(run, check);
  if (reason !== null) return { ...told, result: 'skipped', reason, exchanges: [] };
  const context = new CheckContext(run, version);
  try {
    await check.run(context);
    return { ...told, result: 'passed', reason: null, exchanges: [] };
  } catch (error) {
    if (error instanceof Skipped) return { ...told, result: 'skipped', reason: error.reason, exchanges: [] };
    const exchanges = context.lastAnswers.map(String);
    return { ...told, result: 'failed', reason: reasonOf(error), exchanges };
  } finally {
    await run.created.endCheck();
  }
}

function reasonToSkip({ server }: Run, check: Check): string | null {
  if (server.options.skipDecisions && restsOnDecision(check)) return "it rests on a decision of Ferry's own";
  for (const need of check.needs ?? []) {
    const lack = server.lack(need);
    if (lack !== null) return lack;
  }
  return null;
}

/** What an expectation says, or what broke, with the place in the suite where it did. */
function reasonOf(error: unknown): string {
  if (error instanceof ExpectationFailed) return error.message;
  // The generated clients throw models.
  if (!(error instanceof Error)) return `Something was thrown: ${shown(error)}`;
  const place =
    error.stack
      ?.split('\n')
      .find((line) => line.includes('/conformance/'))
      ?.trim() ?? '';
  return `${error.message}${place === '' ? '' : ` (${place})`}`;
}
