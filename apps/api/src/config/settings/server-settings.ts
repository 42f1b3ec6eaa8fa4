import { resolve } from 'node:path';
import { address, choice, flag, portOrOff, text, wholeNumber } from '../setting';

const withoutTrailingSlash = (url: string): string => url.replace(/\/+$/, '');

/** Where the service listens, where it keeps what it knows, and how it starts and stops. */
export const SERVER_SETTINGS = {
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
  publicUrl: address(
    {
      name: 'FERRY_PUBLIC_URL',
      description: 'Address under which clients reach the service through a proxy; the base of every link it writes.',
      defaultText: 'scheme and host of each request',
    },
    ['https:', 'http:'],
    withoutTrailingSlash,
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
  workerConcurrency: wholeNumber(
    {
      name: 'FERRY_WORKER_CONCURRENCY',
      description:
        'How many workload runs one process works on at a time. It may have three times as many more whose outcome waits to be saved.',
    },
    8,
    1,
    256,
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
} as const;
