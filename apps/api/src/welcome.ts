import type { Config } from './config/config';
import { SANDBOX_APPLICATIONS, SANDBOX_SIGN_INS } from './sandbox/sandbox-directory';
import type { Service } from './start';

/** What a person at a terminal wants to know once the service runs. */
export function welcome(
  { address, httpsAddress, authorityFile }: Pick<Service, 'address' | 'httpsAddress' | 'authorityFile'>,
  config: Pick<Config, 'sandbox' | 'authIssuer' | 'databaseUrl' | 'dataDir' | 'role' | 'workerConcurrency'>,
): string {
  if (config.role === 'worker') {
    return page('Ferry is ready (worker: it migrates, and serves nothing but its health).', [
      ['health', `${address}/health/ready`],
      ['data', 'PostgreSQL'],
      ['runs at a time', String(config.workerConcurrency)],
    ]);
  }
  const secure = httpsAddress === null ? [] : [['', httpsAddress] as const];
  const trust = authorityFile === null || httpsAddress === null ? [] : [['trust HTTPS by', authorityFile] as const];
  const sandbox =
    config.authIssuer === null
      ? [
          ['sign in as', SANDBOX_SIGN_INS.map(({ upn }) => upn).join(', ')] as const,
          [
            'applications',
            `${SANDBOX_APPLICATIONS.map(({ clientId }) => clientId).join(', ')} (secret: sandbox)`,
          ] as const,
        ]
      : [['issuer', config.authIssuer] as const];
  const lines = [
    ['console', address] as const,
    ...secure,
    ['API documentation', `${address}/docs`] as const,
    ...trust,
    ...(config.role === 'api' ? [['role', 'api: workers migrate what is asked for here'] as const] : []),
    ['data', config.databaseUrl === null ? config.dataDir : 'PostgreSQL'] as const,
    ...sandbox,
  ];
  const title = config.sandbox
    ? 'Ferry is ready (sandbox: made-up tenants, nothing real is moved).'
    : 'Ferry is ready.';
  return page(title, lines);
}

function page(title: string, lines: readonly (readonly [string, string])[]): string {
  return ['', title, ...lines.map(([name, value]) => `  ${name.padEnd(18)} ${value}`), '', ''].join('\n');
}
