import { help } from './help';
import type { Options } from './options';
import { type Environment, readOptions } from './read-options';

function run(args: readonly string[], environment: Environment = {}): Options {
  const invocation = readOptions(args, environment);
  if (invocation.kind !== 'run') throw new Error(`Read as ${invocation.kind}.`);
  return invocation.options;
}

describe('The command line', () => {
  it('asks the sandbox on this machine when nothing is said', () => {
    expect(run([])).toEqual({
      baseUrl: new URL('http://127.0.0.1:3000'),
      secondUrl: null,
      versions: ['v1.0', 'beta', ''],
      credentials: { admin: null, reader: null, stranger: null, otherTenant: null },
      data: {},
      only: [],
      skipDecisions: false,
      provokeThrottling: null,
      patienceSeconds: 120,
      asJson: false,
    });
  });

  it('takes versions, people and names as lists', () => {
    const options = run(['--versions', 'beta, v1.0', '--people', 'a,b', '--only', 'queries,batch.twenty']);
    expect(options).toMatchObject({
      versions: ['beta', 'v1.0'],
      data: { people: ['a', 'b'] },
      only: ['queries', 'batch.twenty'],
    });
  });

  it('takes tokens from the line or from the environment, the line first', () => {
    const environment = { CONFORMANCE_TOKEN: 'environment', CONFORMANCE_READ_TOKEN: 'reader' };
    expect(run(['--token', 'line'], environment).credentials).toMatchObject({
      admin: { kind: 'token', token: 'line' },
      reader: { kind: 'token', token: 'reader' },
      stranger: null,
    });
  });

  it('takes applications with their token endpoint', () => {
    const endpoint = 'https://issuer.example/token';
    const args = ['--token-endpoint', endpoint, '--client-id', 'app', '--scope', 'x/.default'];
    expect(run(args, { CONFORMANCE_CLIENT_SECRET: 'secret' }).credentials.admin).toEqual({
      kind: 'client',
      endpoint: new URL(endpoint),
      clientId: 'app',
      clientSecret: 'secret',
      scope: 'x/.default',
    });
  });

  it.each([
    [['--client-id', 'app'], '--client-id needs a token endpoint'],
    [['--base-url', 'server'], "--base-url 'server' is not an address"],
    [['--patience', '0'], "--patience '0' is not a whole number"],
    [['--provoke-throttling', 'many'], "--provoke-throttling 'many' is not a whole number"],
    [['--colour'], "Unknown option '--colour'"],
    [['word'], "Unexpected argument 'word'"],
    [['--ca', 'ca.pem'], '--ca needs `npm run conformance`'],
  ])('refuses %j', (args, sentence) => {
    expect(() => readOptions(args, {})).toThrow(sentence);
  });

  it('believes that an authority is trusted when Node was started with one', () => {
    expect(run(['--ca', 'ca.pem'], { NODE_EXTRA_CA_CERTS: '/ca.pem' }).baseUrl.port).toBe('3000');
  });

  it('lists checks, and explains itself', () => {
    expect(readOptions(['--list', '--markdown', '--only', 'batch'], {})).toEqual({
      kind: 'list',
      asMarkdown: true,
      only: ['batch'],
    });
    expect(readOptions(['--help'], {})).toEqual({ kind: 'help' });
    expect(help().join('\n')).toContain('--provoke-throttling N');
  });
});
