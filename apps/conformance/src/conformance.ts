import { EVERY_CHECK } from './checks/every-check';
import { help } from './options/help';
import type { Invocation, Options } from './options/options';
import { type Environment, readOptions } from './options/read-options';
import { UsageError } from './options/usage-error';
import { listLines, listMarkdown } from './report/list-lines';
import { resultJson } from './report/result-json';
import { nameOf, resultLines, scoreOf } from './report/result-lines';
import { chooseChecks } from './run/choose-checks';
import type { Outcome } from './run/outcome';
import { Run } from './run/run';
import { runChecks } from './run/run-checks';
import { Server } from './server/server';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
/** What a shell says of a command that Ctrl+C ended. */
const STOPPED = 130;

/** Where lines are printed: results, and remarks that are no part of them. */
export interface Terminal {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

/** Follows one command line, and gives the exit code. */
export async function conformance(
  args: readonly string[],
  environment: Environment,
  terminal: Terminal,
): Promise<number> {
  try {
    return await follow(readOptions(args, environment), terminal);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.err(error.message);
    terminal.err('See --help.');
    return 2;
  }
}

async function follow(invocation: Invocation, terminal: Terminal): Promise<number> {
  switch (invocation.kind) {
    case 'help':
      help().forEach(terminal.out);
      return 0;
    case 'list': {
      const checks = chooseChecks(EVERY_CHECK, invocation.only);
      (invocation.asMarkdown ? listMarkdown : listLines)(checks).forEach(terminal.out);
      return 0;
    }
    case 'run':
      return judge(invocation.options, terminal);
  }
}

async function judge(options: Options, terminal: Terminal): Promise<number> {
  const checks = chooseChecks(EVERY_CHECK, options.only);
  const server = await Server.open(options);
  const run = new Run(server);
  const stop = (): void => run.stop();
  for (const signal of SIGNALS) process.once(signal, stop);
  try {
    const outcomes = await runChecks(run, checks, (outcome) => tellFailure(outcome, terminal));
    if (run.isStopped) return STOPPED;
    print(options, outcomes, terminal);
    return scoreOf(outcomes).failed > 0 ? 1 : 0;
  } finally {
    const left = await run.created.removeAll(options.patienceSeconds);
    if (left.length > 0) terminal.err(`These jobs could not be deleted: ${left.join(', ')}`);
    for (const signal of SIGNALS) process.off(signal, stop);
    server.close();
  }
}

/** A failure is told at once; the tables come when everything is done. */
function tellFailure(outcome: Outcome, { err }: Terminal): void {
  if (outcome.result === 'failed') err(`✖ ${nameOf(outcome)}`);
}

function print(options: Options, outcomes: readonly Outcome[], { out }: Terminal): void {
  if (options.asJson) out(resultJson(options.baseUrl.href, outcomes));
  else resultLines(outcomes).forEach((line) => out(line));
}
