import { GRAPH_ROUTES } from '@ferry/contracts';
import { graphUrl } from '../../../http/service-url';
import type { PlannedRequest, RequestTarget } from './planned-request';

/** The requests as a script for a POSIX shell. */
export function curlText(requests: readonly PlannedRequest[], { origin, tenantId, isSandbox }: RequestTarget): string {
  const token = isSandbox
    ? [
        '# The token of the application that the sandbox has for scripts.',
        `TOKEN=$(curl -sS --fail-with-body ${quoted(`${origin}/${tenantId}/oauth2/v2.0/token`)} \\`,
        '  -d grant_type=client_credentials -d client_id=ferry-admin -d client_secret=sandbox \\',
        `  | sed -E ${quoted('s/.*"access_token" *: *"([^"]+)".*/\\1/')})`,
      ]
    : [
        '# An access token for this service with CrossTenantContentMigration.ReadWrite.All.',
        'TOKEN=${TOKEN:?Set TOKEN to an access token}',
      ];
  const calls = requests.flatMap(({ body, validates }) => [
    '',
    `curl -sS --fail-with-body -X POST ${quoted(origin + graphUrl(GRAPH_ROUTES.jobs))} \\`,
    '  -H "Authorization: Bearer $TOKEN" -H \'Content-Type: application/json\' \\',
    "  --data-binary @- <<'JSON'",
    JSON.stringify(body, null, 2),
    'JSON',
    ...(validates
      ? [
          `curl -sS --fail-with-body -X POST ${quoted(origin + graphUrl(GRAPH_ROUTES.jobAction(body.displayName, 'validate')))} \\`,
          '  -H "Authorization: Bearer $TOKEN"',
        ]
      : []),
  ]);
  return ['#!/bin/sh', 'set -eu', ...token, ...calls, ''].join('\n');
}

/** A word for a shell, whatever it holds. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
