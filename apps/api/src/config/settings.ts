import { resolve } from 'node:path';
import { readSecretKey, type SecretKey } from '../secrets/secret-key';
import {
  address,
  choice,
  flag,
  guid,
  optionalNumber,
  portOrOff,
  type Setting,
  text,
  wholeNumber,
  wordList,
} from './setting';

const withoutTrailingSlash = (url: string): string => url.replace(/\/+$/, '');

/**
 * Every environment variable that the service reads, declared once. The keys are the names in `Config`;
 * docs/settings.md is generated from this table.
 */
export const SETTINGS = {
  host: text({ name: 'HOST', description: 'Address to bind to.' }, '127.0.0.1'),
  port: wholeNumber({ name: 'PORT', description: 'Port for HTTP; 0 takes a free one.' }, 3000, 0, 65_535),
  httpsPort: portOrOff({ name: 'HTTPS_PORT', description: 'Port for HTTPS; 0 takes a free one.' }, 3443),
  tlsCert: text(
    {
      name: 'TLS_CERT',
      description: 'File with the certificate chain for HTTPS, in PEM. Needs `TLS_KEY`.',
      defaultText: 'self-signed, kept in `FERRY_DATA_DIR/tls`',
    },
    null,
  ),
  tlsKey: text(
    {
      name: 'TLS_KEY',
      description: 'File with the private key of `TLS_CERT`, in PEM.',
      defaultText: 'self-signed, kept in `FERRY_DATA_DIR/tls`',
    },
    null,
  ),
  databaseUrl: address(
    {
      name: 'DATABASE_URL',
      description:
        'PostgreSQL server to store everything in. Without it an embedded database lives in `FERRY_DATA_DIR`.',
      secret: true,
    },
    ['postgres:', 'postgresql:'],
  ),
  databaseTimeoutSeconds: wholeNumber(
    {
      name: 'FERRY_DATABASE_TIMEOUT_SECONDS',
      description:
        'How long a PostgreSQL server may take over one statement. A connection that says nothing for so long is given up.',
    },
    30,
    2,
    3_600,
  ),
  role: choice(
    {
      name: 'FERRY_ROLE',
      description:
        'What this process does: `api` serves requests, `worker` migrates, `all` does both. Every role but `all` needs `DATABASE_URL`. A worker serves only `/health/live` and `/health/ready`.',
    },
    'all',
    ['all', 'api', 'worker'],
  ),
  stopDelaySeconds: wholeNumber(
    {
      name: 'FERRY_STOP_DELAY_SECONDS',
      description:
        'How long a process that is told to stop goes on serving while `/health/ready` says 503, so that a load balancer notices.',
    },
    0,
    0,
    600,
  ),
  stopSeconds: wholeNumber(
    {
      name: 'FERRY_STOP_SECONDS',
      description:
        'How long requests and slices in hand may take after that. Slices that take longer are handed back to the queue.',
    },
    8,
    1,
    600,
  ),
  logLevel: choice({ name: 'LOG_LEVEL', description: 'The least important log lines to write.' }, 'info', [
    'fatal',
    'error',
    'warn',
    'info',
    'debug',
    'trace',
    'silent',
  ]),
  dataDir: {
    ...text(
      {
        name: 'FERRY_DATA_DIR',
        description:
          'Folder for the embedded database, the certificate, and the keys of the development issuer and of secrets.',
      },
      './data',
    ),
    defaultValue: resolve('data'),
    parse: (given: string): string => resolve(given),
  },
  sandbox: flag(
    {
      name: 'FERRY_SANDBOX',
      description: 'Serve seeded tenants and a development issuer instead of real tenants.',
      defaultText: '`true` when bound to loopback without `FERRY_AUTH_ISSUER`, else `false`',
    },
    null,
  ),
  authIssuer: address(
    {
      name: 'FERRY_AUTH_ISSUER',
      description:
        'OpenID Connect issuer whose tokens are accepted. May hold `{tenantid}`, as Entra writes it for many tenants.',
    },
    ['https:', 'http:'],
  ),
  authAudiences: wordList(
    {
      name: 'FERRY_AUTH_AUDIENCE',
      description:
        'Audiences of which a token must name one: for Entra the application id URI (tokens of version 1) and the client id (version 2).',
    },
    'api://ferry',
  ),
  authTenant: guid({
    name: 'FERRY_AUTH_TENANT',
    description:
      'Tenant of callers whose tokens have no claim `tid`, for issuers other than Entra. Needs `FERRY_AUTH_ISSUER`.',
  }),
  authClientId: text(
    { name: 'FERRY_AUTH_CLIENT_ID', description: 'Client id of the console at the issuer (a public client).' },
    'ferry-console',
  ),
  authScope: text(
    {
      name: 'FERRY_AUTH_SCOPE',
      description: 'Scope that the console asks the issuer for.',
      defaultText: '`openid profile`, and `/.default` of the first audience',
    },
    null,
  ),
  maxResourcesPerJob: wholeNumber(
    { name: 'FERRY_MAX_RESOURCES_PER_JOB', description: 'How many people a job may have.' },
    2_000,
    1,
    100_000,
  ),
  onCreate: choice(
    {
      name: 'FERRY_ON_CREATE',
      description:
        'What creating a job without `jobType` starts: nothing, its validation, or validation and migration.',
    },
    'none',
    ['none', 'validate', 'migrate'],
  ),
  pastDate: choice(
    {
      name: 'FERRY_PAST_DATE',
      description: 'A `completeAfterDateTime` in the past is refused, or taken as already due.',
    },
    'reject',
    ['reject', 'due-now'],
  ),
  validationDays: wholeNumber(
    { name: 'FERRY_VALIDATION_DAYS', description: 'How many days a passed validation allows migration.' },
    7,
    1,
    365,
  ),
  requireApproval: flag(
    {
      name: 'FERRY_REQUIRE_APPROVAL',
      description: 'A migration begins only after another person than the creator of the job has approved it.',
    },
    false,
  ),
  skippedItemsAllowed: wholeNumber(
    {
      name: 'FERRY_SKIPPED_ITEMS_ALLOWED',
      description:
        'How many items a workload of a person may skip before an administrator has to accept it; a job may say otherwise.',
    },
    10,
    0,
    1_000_000_000,
  ),
  reportRetentionDays: optionalNumber(
    {
      name: 'FERRY_REPORT_RETENTION_DAYS',
      description:
        'For how many days the report of a job is kept after the job is deleted; 0 keeps none, and removes those that were kept before.',
      defaultText: 'for ever',
    },
    0,
    36_500,
  ),
  publicUrl: address(
    {
      name: 'FERRY_PUBLIC_URL',
      description: 'Address under which clients reach the service through a proxy; the base of every link it writes.',
      defaultText: 'scheme and host of each request',
    },
    ['https:', 'http:'],
    withoutTrailingSlash,
  ),
  workerConcurrency: wholeNumber(
    { name: 'FERRY_WORKER_CONCURRENCY', description: 'How many workload runs one process works on at a time.' },
    8,
    1,
    256,
  ),
  privateHosts: {
    ...choice(
      {
        name: 'FERRY_PRIVATE_HOSTS',
        description:
          'Whether servers of tenants may have loopback and private addresses. Link-local addresses and metadata services of clouds are refused always.',
        defaultText: '`allow` in sandbox mode, else `refuse`',
      },
      'refuse',
      ['allow', 'refuse'],
    ),
    defaultValue: null as 'allow' | 'refuse' | null,
  },
  mailTimeoutSeconds: wholeNumber(
    {
      name: 'FERRY_MAIL_TIMEOUT_SECONDS',
      description:
        'How long a mail server may be silent while an answer is due. It is taken for hanging then, and tried again later.',
    },
    60,
    1,
    3_600,
  ),
  secretKey: {
    name: 'FERRY_SECRET_KEY',
    allowed: '256 bits in Base64, or as 64 hexadecimal digits',
    defaultText: 'with the embedded database, made once and kept in `FERRY_DATA_DIR/secrets`; with `DATABASE_URL` none',
    defaultValue: null,
    secret: true,
    description:
      'Key that passwords and client secrets are encrypted with, the same for all processes. Without one none can be stored.',
    parse: (given: string) => readSecretKey(given) ?? undefined,
  } satisfies Setting<SecretKey | null> as Setting<SecretKey | null>,
  secretKeyPrevious: {
    name: 'FERRY_SECRET_KEY_PREVIOUS',
    allowed: 'keys as in `FERRY_SECRET_KEY`, separated by blanks or commas',
    defaultText: 'none',
    defaultValue: [],
    secret: true,
    description:
      'Earlier keys, which only decrypt. What they encrypted is encrypted anew at the next start; then they can go.',
    parse: (given: string) => {
      const keys = given
        .split(/[\s,]+/)
        .filter((word) => word !== '')
        .map(readSecretKey);
      return keys.every((key) => key !== null) ? keys : undefined;
    },
  } satisfies Setting<readonly SecretKey[]> as Setting<readonly SecretKey[]>,
  endpointConnections: wholeNumber(
    {
      name: 'FERRY_ENDPOINT_CONNECTIONS',
      description:
        'How many workload runs may use one migration endpoint at a time, over all processes; an endpoint may say otherwise.',
    },
    20,
    1,
    1_000,
  ),
  endpointItemsPerSecond: wholeNumber(
    {
      name: 'FERRY_ENDPOINT_ITEMS_PER_SECOND',
      description:
        'How many items a second may be copied through one migration endpoint, over all processes; an endpoint may say otherwise. 0 sets no limit.',
    },
    0,
    0,
    1_000_000,
  ),
  endpointBytesPerSecond: wholeNumber(
    {
      name: 'FERRY_ENDPOINT_BYTES_PER_SECOND',
      description:
        'How many bytes of content a second may be copied through one migration endpoint, over all processes; an endpoint may say otherwise. 0 sets no limit.',
    },
    0,
    0,
    1_000_000_000_000,
  ),
  throttleRequests: wholeNumber(
    {
      name: 'FERRY_THROTTLE_REQUESTS',
      description:
        'How many requests a caller may send in `FERRY_THROTTLE_SECONDS`, to each process; more are answered 429. 0 sets no limit.',
    },
    10_000,
    0,
    1_000_000_000,
  ),
  throttleSeconds: wholeNumber(
    { name: 'FERRY_THROTTLE_SECONDS', description: 'The time in which requests of a caller are counted.' },
    10,
    1,
    86_400,
  ),
  bodyLimit: wholeNumber(
    { name: 'FERRY_BODY_LIMIT', description: 'Largest request body in bytes, after decompression.' },
    4_194_304,
    1_024,
    104_857_600,
  ),
} as const;
