import { help } from './arguments/help';
import { readInvocation } from './arguments/read-invocation';
import type { Environment } from './arguments/read-options';
import type { Options } from './arguments/options';
import type { Command, Context } from './command';
import { CommandError, UsageError } from './command-error';
import { COMMANDS } from './commands';
import { ExitCode } from './exit-code';
import { errorEnvelope, errorLines } from './print/error-lines';
import { clientCredentials } from './service/access-token';
import { ServiceClient } from './service/service-client';
import type { Terminal } from './terminal';

/** Runs one command line and says how it ended. What nobody foresaw is thrown. */
export async function ferry(args: readonly string[], environment: Environment, terminal: Terminal): Promise<ExitCode> {
  try {
    const invocation = readInvocation(COMMANDS, args, environment);
    if (invocation.kind === 'help') return printHelp(terminal);
    const { command, job, options } = invocation;
    return await run(command, { options, service: serviceOf(options), terminal }, job);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    for (const line of failureLines(error, args.includes('--json'))) terminal.err(line);
    return error.exitCode;
  }
}

function failureLines(error: CommandError, asJson: boolean): string[] {
  if (asJson) return [JSON.stringify(errorEnvelope(error))];
  return [...errorLines(error), ...(error instanceof UsageError ? ['See ferry --help.'] : [])];
}

function run(command: Command, context: Context, job: string): Promise<ExitCode> {
  return command.about === 'job' ? command.run(context, job) : command.run(context);
}

function printHelp(terminal: Terminal): ExitCode {
  for (const line of help(COMMANDS)) terminal.out(line);
  return ExitCode.Fine;
}

function serviceOf(options: Options): ServiceClient {
  const { server, token } = options;
  return new ServiceClient(server, token === null ? clientCredentials(server, options) : async () => token);
}
