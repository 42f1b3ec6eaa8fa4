import { parseArgs } from 'node:util';
import { UsageError } from '../command-error';
import { OPTION_RULES, type OptionRule, type Options, type OwnOption } from './options';

/** The environment of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A command line taken apart. */
export interface ReadLine {
  readonly words: readonly string[];
  readonly wantsHelp: boolean;
  /** Those of the options only some commands understand that were given. */
  readonly ownOptions: readonly OwnOption[];
  /** @throws UsageError */
  readonly options: () => Options;
}

type TextOption = 'server' | 'tenant' | 'client-id' | 'client-secret' | 'token';

/**
 * Takes a command line apart; an option wins over its variable, a variable over what holds without it.
 *
 * @throws UsageError
 */
export function readLine(args: readonly string[], environment: Environment): ReadLine {
  const { values, positionals } = parse(args);
  const text = (name: TextOption): string => {
    const rule: OptionRule = OPTION_RULES[name];
    const fromEnvironment = rule.variable === undefined ? undefined : environment[rule.variable];
    return (values[name] ?? (fromEnvironment || rule.fallback) ?? '').trim();
  };
  const ownOptions: OwnOption[] = ['file', 'all', 'format', 'output'];
  return {
    words: positionals,
    wantsHelp: values.help ?? false,
    ownOptions: ownOptions.filter((name) => values[name] !== undefined),
    options: () => ({
      server: serverAddress(text('server')),
      tenant: text('tenant'),
      clientId: text('client-id'),
      clientSecret: text('client-secret'),
      token: text('token') || null,
      json: values.json ?? false,
      file: values.file ?? null,
      all: values.all ?? false,
      format: values.format ?? null,
      output: values.output ?? null,
    }),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTION_RULES, allowPositionals: true, strict: true });
  } catch (error) {
    const [sentence = ''] = error instanceof Error ? error.message.split('. ', 1) : [];
    throw new UsageError(`${sentence.replace(/\.$/, '')}.`, { cause: error });
  }
}

function serverAddress(text: string): URL {
  const address = URL.canParse(text) ? new URL(text) : null;
  if (address?.protocol === 'http:' || address?.protocol === 'https:') return address;
  throw new UsageError(`The server '${text}' is not an address such as http://127.0.0.1:3000.`);
}
