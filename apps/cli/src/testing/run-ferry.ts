import type { Environment } from '../arguments/read-options';
import type { ExitCode } from '../exit-code';
import { ferry } from '../ferry';

/** What a command line printed, and how it ended. */
export interface Outcome {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line as a shell would. */
export async function runFerry(args: readonly string[], environment: Environment = {}): Promise<Outcome> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await ferry(args, environment, { out: (line) => out.push(line), err: (line) => err.push(line) });
  return { code, out: out.join('\n'), err: err.join('\n') };
}
