import type { PlannedRequest, RequestTarget } from './planned-request';

const INDENT = '    ';

/** The requests in the words of the published module Microsoft.Graph.Beta.Migrations (contract page 7.6). */
export function powerShellText(requests: readonly PlannedRequest[], target: RequestTarget): string {
  const calls = requests.flatMap(({ body, validates }) => [
    '',
    `$params = ${literal(body, '')}`,
    '$job = New-MgBetaCrossTenantMigrationJob -BodyParameter $params',
    ...(validates ? ['Test-MgBetaCrossTenantMigrationJob -CrossTenantMigrationJobId $job.Id'] : []),
    '$job',
  ]);
  return ['Import-Module Microsoft.Graph.Beta.Migrations', '', ...connection(target), ...calls, ''].join('\n');
}

/** Sends what the module asks for to this service. It speaks HTTPS only, so the address may have to be another one. */
function connection({ origin, tenantId, isSandbox }: RequestTarget): string[] {
  const token = isSandbox
    ? [
        "$form = @{ grant_type = 'client_credentials'; client_id = 'ferry-admin'; client_secret = 'sandbox' }",
        `$granted = Invoke-RestMethod -Method Post -Uri ${quoted(`${origin}/${tenantId}/oauth2/v2.0/token`)} -Body $form`,
        '$token = ConvertTo-SecureString $granted.access_token -AsPlainText -Force',
      ]
    : [
        '# An access token for this service with CrossTenantContentMigration.ReadWrite.All.',
        "$token = Read-Host -AsSecureString 'Access token'",
      ];
  const https = origin.startsWith('https:')
    ? []
    : ['# The module needs HTTPS: put the HTTPS address of the service here, and trust its certificate.'];
  return [
    ...token,
    ...https,
    `Add-MgEnvironment -Name Ferry -AzureADEndpoint ${quoted(origin)} -GraphEndpoint ${quoted(origin.replace(/^http:/, 'https:'))}`,
    'Connect-MgGraph -Environment Ferry -AccessToken $token -NoWelcome',
  ];
}

/** A value as PowerShell writes it. */
function literal(value: unknown, indent: string): string {
  const inner = indent + INDENT;
  if (Array.isArray(value)) {
    const items = value.map((item) => `${inner}${literal(item, inner)}`);
    return `@(\n${items.join('\n')}\n${indent})`;
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(([name, member]) => {
      const key = /^[a-z]+$/i.test(name) ? name : quoted(name);
      return `${inner}${key} = ${name.endsWith('DateTime') ? date(String(member)) : literal(member, inner)}`;
    });
    return `@{\n${members.join('\n')}\n${indent}}`;
  }
  return quoted(String(value));
}

function date(text: string): string {
  return `[System.DateTimeOffset]::Parse(${quoted(text)}).UtcDateTime`;
}

/** A text in which nothing is replaced. PowerShell takes typographic quotation marks for plain ones. */
function quoted(text: string): string {
  return `'${text.replace(/['\u2018\u2019\u201A\u201B]/g, '$&$&')}'`;
}
