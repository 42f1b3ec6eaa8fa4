import { parseArgs } from 'node:util';
import { OPTION_RULES, type OptionName, type OptionRule } from './option-rules';
import type { Credentials, Invocation, MigrationData, Options, Who } from './options';
import { UsageError } from './usage-error';

/** The environment of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

type TextOf = (name: OptionName) => string | null;

/** Reads a command line; an option wins over its variable. @throws UsageError */
export function readOptions(args: readonly string[], environment: Environment): Invocation {
  const values = parse(args);
  const text: TextOf = (name) => {
    const rule: OptionRule = OPTION_RULES[name];
    const given = values[name];
    const fromEnvironment = rule.variable === undefined ? undefined : environment[rule.variable];
    const value = typeof given === 'string' ? given : (fromEnvironment ?? rule.fallback);
    return value === undefined || (value === '' && name !== 'versions') ? null : value;
  };
  if (values.help) return { kind: 'help' };
  if (values.ca !== undefined && environment['NODE_EXTRA_CA_CERTS'] === undefined) {
    throw new UsageError(
      '--ca needs `npm run conformance`, or NODE_EXTRA_CA_CERTS: Node reads authorities when it starts.',
    );
  }
  const only = listOf(text('only'));
  if (values.list) return { kind: 'list', asMarkdown: values.markdown ?? false, only };
  return {
    kind: 'run',
    options: {
      baseUrl: address('base-url', text('base-url') ?? ''),
      secondUrl: optionalAddress('second-url', text),
      versions: (text('versions') ?? '').split(',').map((version) => version.trim()),
      credentials: credentialsOf(text),
      data: dataOf(text),
      only,
      skipDecisions: values['skip-decisions'] ?? false,
      provokeThrottling: wholeNumber('provoke-throttling', text),
      patienceSeconds: wholeNumber('patience', text) ?? 0,
      asJson: values.json ?? false,
    },
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTION_RULES, strict: true }).values;
  } catch (error) {
    const { message = '' } = error as Partial<Error>;
    const [sentence = ''] = message.split('. ', 1);
    throw new UsageError(`${sentence.replace(/\.$/, '')}.`, { cause: error });
  }
}

function credentialsOf(text: TextOf): Options['credentials'] {
  const endpoint = optionalAddress('token-endpoint', text);
  const otherEndpoint = optionalAddress('other-tenant-token-endpoint', text);
  const scope = text('scope');
  const of = (who: Who, token: OptionName, at: URL | null, id: OptionName, secret: OptionName): Credentials | null => {
    const [givenToken, clientId, clientSecret] = [text(token), text(id), text(secret)];
    if (givenToken !== null) return { kind: 'token', token: givenToken };
    if (clientId === null) return null;
    if (at === null || clientSecret === null) {
      throw new UsageError(
        `--${id} needs a token endpoint and --${secret}; without them there is no token for ${who}.`,
      );
    }
    return { kind: 'client', endpoint: at, clientId, clientSecret, scope };
  };
  return {
    admin: of('admin', 'token', endpoint, 'client-id', 'client-secret'),
    reader: of('reader', 'read-token', endpoint, 'read-client-id', 'read-client-secret'),
    stranger: of('stranger', 'stranger-token', endpoint, 'stranger-client-id', 'stranger-client-secret'),
    otherTenant: of(
      'otherTenant',
      'other-tenant-token',
      otherEndpoint,
      'other-tenant-client-id',
      'other-tenant-client-secret',
    ),
  };
}

function dataOf(text: TextOf): Partial<MigrationData> {
  const [sourceTenant, sourceEndpoint, targetDomain] = [
    text('source-tenant'),
    text('source-endpoint'),
    text('target-domain'),
  ];
  const people = listOf(text('people'));
  return {
    ...(sourceTenant === null ? {} : { sourceTenant }),
    ...(sourceEndpoint === null ? {} : { sourceEndpoint }),
    ...(targetDomain === null ? {} : { targetDomain }),
    ...(people.length === 0 ? {} : { people }),
  };
}

function listOf(text: string | null): string[] {
  return (text ?? '').split(',').flatMap((word) => (word.trim() === '' ? [] : [word.trim()]));
}

function optionalAddress(name: OptionName, text: TextOf): URL | null {
  const value = text(name);
  return value === null ? null : address(name, value);
}

function address(name: OptionName, text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  throw new UsageError(`--${name} '${text}' is not an address such as http://127.0.0.1:3000.`);
}

function wholeNumber(name: OptionName, text: TextOf): number | null {
  const value = text(name);
  if (value === null) return null;
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new UsageError(`--${name} '${value}' is not a whole number of 1 or more.`);
  return Number(value);
}
