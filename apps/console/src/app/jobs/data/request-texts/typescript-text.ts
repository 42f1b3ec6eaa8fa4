import { GRAPH_ROUTES } from '@ferry/contracts';
import type { PlannedRequest, RequestTarget } from './planned-request';

/** The requests as a program with the official client, `@microsoft/microsoft-graph-client`, for Node 22 or newer. */
export function typeScriptText(requests: readonly PlannedRequest[], target: RequestTarget): string {
  const { origin } = target;
  const jobs = requests.map(({ body }) => body);
  const validates = requests.some((request) => request.validates);
  const isSecure = origin.startsWith('https:');
  return [
    `import { Client${isSecure ? '' : ', HTTPMessageHandler'} } from '@microsoft/microsoft-graph-client';`,
    '',
    ...token(target),
    '',
    ...(isSecure ? securedClient(origin) : plainClient(origin)),
    '',
    `const jobs = ${JSON.stringify(jobs, null, 2)};`,
    '',
    'for (const body of jobs) {',
    `  const job = await client.api('/${GRAPH_ROUTES.jobs}')${isSecure ? '' : '.headers(headers)'}.post(body);`,
    ...(validates
      ? [
          `  await client.api(\`/${GRAPH_ROUTES.jobs}/\${job.id}/validate\`)${isSecure ? '' : '.headers(headers)'}.post(undefined);`,
        ]
      : []),
    '  console.log(job.id, job.displayName);',
    '}',
    '',
  ].join('\n');
}

function token({ origin, tenantId, isSandbox }: RequestTarget): string[] {
  if (!isSandbox) {
    return [
      '// An access token for this service with CrossTenantContentMigration.ReadWrite.All.',
      "const token = process.env['TOKEN'] ?? '';",
    ];
  }
  return [
    '// The token of the application that the sandbox has for scripts.',
    `const granted = await fetch(${JSON.stringify(`${origin}/${tenantId}/oauth2/v2.0/token`)}, {`,
    "  method: 'POST',",
    '  body: new URLSearchParams({',
    "    grant_type: 'client_credentials',",
    "    client_id: 'ferry-admin',",
    "    client_secret: 'sandbox',",
    '  }),',
    '});',
    'const { access_token: token } = await granted.json();',
  ];
}

function securedClient(origin: string): string[] {
  return [
    'const client = Client.init({',
    `  baseUrl: ${JSON.stringify(`${origin}/`)},`,
    `  customHosts: new Set([${JSON.stringify(new URL(origin).hostname)}]),`,
    '  authProvider: (done) => done(null, token),',
    '});',
  ];
}

/** The client adds no token where there is no TLS, so the header is added by hand. */
function plainClient(origin: string): string[] {
  return [
    '// Without TLS the client adds no token of its own accord.',
    'const client = Client.initWithMiddleware({',
    `  baseUrl: ${JSON.stringify(`${origin}/`)},`,
    '  middleware: new HTTPMessageHandler(),',
    '});',
    'const headers = { Authorization: `Bearer ${token}` };',
  ];
}
