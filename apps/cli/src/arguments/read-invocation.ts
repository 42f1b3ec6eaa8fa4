import type { Command } from '../command';
import { UsageError } from '../command-error';
import type { Options, OwnOption } from './options';
import { type Environment, readLine } from './read-options';

/** What the command line asks for. */
export type Invocation =
  | { readonly kind: 'help' }
  | { readonly kind: 'command'; readonly command: Command; readonly job: string; readonly options: Options };

/**
 * Reads a command line. Anything that would be ignored is refused: a second name, an option of another command.
 *
 * @throws UsageError
 */
export function readInvocation(
  commands: readonly Command[],
  args: readonly string[],
  environment: Environment,
): Invocation {
  const { words, wantsHelp, ownOptions, options } = readLine(args, environment);
  if (wantsHelp || words.join(' ') === 'help') return { kind: 'help' };
  if (words.length === 0) throw new UsageError('Which command?');
  const command = commands.find(({ name }) => isBeginningOf(name.split(' '), words));
  if (command === undefined) throw new UsageError(`There is no command '${words.join(' ')}'.`);
  refuseForeign(command, ownOptions);
  const job = namedJob(command, words.slice(command.name.split(' ').length));
  return { kind: 'command', command, job, options: options() };
}

function isBeginningOf(name: readonly string[], words: readonly string[]): boolean {
  return name.every((word, index) => word === words[index]);
}

function refuseForeign({ name, ownOptions }: Command, given: readonly OwnOption[]): void {
  const foreign = given.find((option) => !ownOptions.includes(option));
  if (foreign !== undefined) throw new UsageError(`'${name}' has no option --${foreign}.`);
}

function namedJob({ name, about }: Command, rest: readonly string[]): string {
  const [job = '', ...more] = rest;
  const tooMuch = about === 'everything' ? rest : more;
  if (tooMuch.length > 0) {
    throw new UsageError(
      `'${name}' does not know what to do with '${tooMuch.join(' ')}'. A name with spaces needs quotes.`,
    );
  }
  if (about === 'job' && job === '') throw new UsageError(`'${name}' needs the id or the name of a job.`);
  return job;
}
