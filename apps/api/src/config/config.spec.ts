import { resolve } from 'node:path';
import { readConfig, unknownSettings } from './config';
import { ConfigError } from './config-error';

const TENANT = '22222222-2222-4222-8222-222222222222';

describe('readConfig', () => {
  const problemsOf = (env: Record<string, string>): readonly string[] => {
    try {
      readConfig(env);
    } catch (error) {
      if (error instanceof ConfigError) return error.problems;
      throw error;
    }
    return [];
  };

  it('needs nothing to be set and starts the sandbox on loopback', () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      httpsPort: 3443,
      databaseUrl: null,
      dataDir: resolve('data'),
      sandbox: true,
      authScope: 'openid profile api://ferry/.default',
    });
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('takes an empty variable for an absent one', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 3000, databaseUrl: null });
  });

  it('reads every kind of value', () => {
    const config = readConfig({
      PORT: '8080',
      HTTPS_PORT: 'off',
      DATABASE_URL: 'postgres://ferry@db/ferry',
      FERRY_ON_CREATE: 'validate',
      FERRY_SANDBOX: 'true',
      FERRY_DATA_DIR: 'tmp/x',
      FERRY_PUBLIC_URL: 'https://ferry.example/base/',
      FERRY_AUTH_ISSUER: 'https://login.example/{tenantid}/v2.0',
    });
    expect(config).toMatchObject({
      port: 8080,
      httpsPort: null,
      databaseUrl: 'postgres://ferry@db/ferry',
      onCreate: 'validate',
      sandbox: true,
      dataDir: resolve('tmp/x'),
      publicUrl: 'https://ferry.example/base',
    });
  });

  it('lets servers of tenants be on private networks in the sandbox, and elsewhere only where it is said', () => {
    const issuer = { FERRY_AUTH_ISSUER: 'https://login.example' };
    expect(readConfig({}).privateHosts).toBe('allow');
    expect(readConfig(issuer).privateHosts).toBe('refuse');
    expect(readConfig({ ...issuer, FERRY_PRIVATE_HOSTS: 'allow' }).privateHosts).toBe('allow');
    expect(readConfig({ FERRY_PRIVATE_HOSTS: 'refuse' }).privateHosts).toBe('refuse');
  });

  it('reads keys for secrets, and shows none of them in a complaint', () => {
    const [one, other] = ['a'.repeat(64), 'b'.repeat(64)];
    const config = readConfig({ FERRY_SECRET_KEY: one, FERRY_SECRET_KEY_PREVIOUS: ` ${other}, ${one} ` });
    expect(config.secretKeyPrevious.map(({ id }) => id)[1]).toBe(config.secretKey?.id);
    expect(readConfig({})).toMatchObject({ secretKey: null, secretKeyPrevious: [] });
    for (const name of ['FERRY_SECRET_KEY', 'FERRY_SECRET_KEY_PREVIOUS']) {
      const [problem = ''] = problemsOf({ [name]: 'much too short' });
      expect(problem).toContain(name);
      expect(problem).not.toContain('short');
    }
  });

  it('reads a list of audiences, and asks for the scope of the first', () => {
    expect(readConfig({ FERRY_AUTH_AUDIENCE: ' api://ferry-eu, 6e74172b-be56-4843-9ff4-e66a39bb12e3 ' })).toMatchObject(
      {
        authAudiences: ['api://ferry-eu', '6e74172b-be56-4843-9ff4-e66a39bb12e3'],
        authScope: 'openid profile api://ferry-eu/.default',
      },
    );
  });

  it('keeps an issuer as it is written, because tokens name it so', () => {
    const FERRY_AUTH_ISSUER = `https://sts.windows.net/${TENANT}/`;
    expect(readConfig({ FERRY_AUTH_ISSUER }).authIssuer).toBe(FERRY_AUTH_ISSUER);
  });

  it('leaves the sandbox when an issuer is configured', () => {
    const env = { HOST: '0.0.0.0', FERRY_AUTH_ISSUER: 'https://login.example/{tenantid}/v2.0' };
    expect(readConfig(env)).toMatchObject({ sandbox: false, authIssuer: 'https://login.example/{tenantid}/v2.0' });
  });

  it.each([
    [{ PORT: '80a' }, 'PORT=80a is not allowed. Allowed: whole number from 0 to 65535.'],
    [{ PORT: '65536' }, 'PORT=65536 is not allowed. Allowed: whole number from 0 to 65535.'],
    [{ HTTPS_PORT: '-1' }, 'HTTPS_PORT=-1 is not allowed. Allowed: whole number from 0 to 65535, or `off`.'],
    [{ FERRY_PAST_DATE: 'ignore' }, 'FERRY_PAST_DATE=ignore is not allowed. Allowed: `reject`, `due-now`.'],
    [{ FERRY_SANDBOX: 'yes' }, 'FERRY_SANDBOX=yes is not allowed. Allowed: `true`, `false`.'],
    [{ FERRY_PUBLIC_URL: 'https://ferry.example' }, 'without FERRY_AUTH_ISSUER anyone could sign in'],
    [{ FERRY_PUBLIC_URL: 'ferry.example' }, 'FERRY_PUBLIC_URL=ferry.example is not allowed.'],
    [{ TLS_CERT: 'cert.pem' }, 'TLS_CERT and TLS_KEY belong together'],
    [{ FERRY_AUTH_AUDIENCE: ' , ' }, 'Allowed: words, separated by blanks or commas.'],
    [{ FERRY_AUTH_TENANT: 'contoso', FERRY_AUTH_ISSUER: 'https://login.example' }, 'Allowed: GUID.'],
    [{ FERRY_AUTH_TENANT: TENANT }, 'FERRY_AUTH_TENANT needs FERRY_AUTH_ISSUER'],
    [
      { FERRY_AUTH_TENANT: TENANT, FERRY_AUTH_ISSUER: 'https://login.example/{tenantId}/v2.0' },
      'tokens of an issuer of many tenants name their own',
    ],
    [{ FERRY_AUTH_ISSUER: 'http://login.example' }, 'Allowed: https, or http on a loopback address.'],
  ])('refuses %j and says what is allowed', (env, sentence) => {
    expect(problemsOf(env)).toEqual([expect.stringContaining(sentence)]);
  });

  it('never shows the value of a setting that may hold a password', () => {
    const problems = problemsOf({ DATABASE_URL: 'mysql://ferry:hunter2@db/ferry' });
    expect(problems).toEqual([expect.stringContaining('DATABASE_URL is not allowed')]);
    expect(problems.join()).not.toContain('hunter2');
  });

  it('names every problem at once', () => {
    expect(problemsOf({ PORT: 'x', LOG_LEVEL: 'loud' })).toHaveLength(2);
  });

  it.each(['0.0.0.0', '::', '192.168.1.4', 'ferry.example'])('refuses to bind to %s without an issuer', (host) => {
    expect(problemsOf({ HOST: host })).toEqual([
      expect.stringContaining('without FERRY_AUTH_ISSUER anyone could sign in'),
    ]);
  });

  it.each(['127.0.0.1', '127.1.2.3', '::1', 'localhost'])('starts the sandbox on %s', (host) => {
    expect(readConfig({ HOST: host }).sandbox).toBe(true);
  });

  it('refuses to run without both sandbox and issuer', () => {
    expect(problemsOf({ FERRY_SANDBOX: 'false' })).toEqual([expect.stringContaining('needs FERRY_AUTH_ISSUER')]);
  });
});

describe('unknownSettings', () => {
  it('names variables that look like ours and are not', () => {
    expect(unknownSettings({ FERRY_ONCREATE: 'x', FERRY_ON_CREATE: 'none', PATH: '/bin' })).toEqual(['FERRY_ONCREATE']);
  });
});
