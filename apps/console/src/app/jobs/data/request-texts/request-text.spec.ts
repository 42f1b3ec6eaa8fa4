import { ResourceType, Workload } from '@ferry/contracts';
import { execFileSync } from 'node:child_process';
import type { PlannedRequest, RequestTarget } from './planned-request';
import { REQUEST_WRITERS } from './request-text';

const SANDBOX: RequestTarget = {
  origin: 'http://127.0.0.1:3000',
  tenantId: '22222222-2222-4222-8222-222222222222',
  isSandbox: true,
};
const REAL: RequestTarget = { ...SANDBOX, origin: 'https://ferry.fabrikam.example', isSandbox: false };
const NAME = 'Ann’s \'wave\' $HOME `x` "y"';

const request = (validates = true): PlannedRequest => ({
  validates,
  body: {
    '@odata.type': '#microsoft.graph.crossTenantMigrationJob',
    displayName: NAME,
    sourceTenantId: '11111111-1111-4111-8111-111111111111',
    completeAfterDateTime: '2026-11-27T18:00:00.000Z',
    exchangeSettings: { sourceEndpoint: 'contoso-endpoint', targetDeliveryDomain: 'fabrikam.example' },
    workloads: [Workload.Exchange, Workload.Teams],
    resourceType: ResourceType.Users,
    resources: ['22222222-0000-4000-8000-000000000001'],
  },
});

describe('Requests for curl', () => {
  /** Runs the script with a curl that writes down what it is called with. */
  const callsOf = (text: string): { url: string; body: string }[] => {
    const curl = `curl() { for word; do case "$word" in http*) printf '%s\\n' "$word" >&3;; @-) sed 's/^/|/' >&3;; esac; done; }`;
    const output = execFileSync('sh', ['-c', `exec 3>&1; ${curl}\n${text}`], { env: { TOKEN: 't' }, encoding: 'utf8' });
    return output
      .split(/^(?=http)/m)
      .map((call) => call.split('\n'))
      .map(([url = '', ...lines]) => ({ url, body: lines.map((line) => line.slice(1)).join('\n') }));
  };

  it('are a script that a shell understands, whatever the name holds', () => {
    const [create, validate] = callsOf(REQUEST_WRITERS.curl([request()], REAL));
    const jobs = `${REAL.origin}/v1.0/solutions/migrations/crossTenantMigrationJobs`;
    expect(create?.url).toBe(jobs);
    expect(JSON.parse(create?.body ?? '')).toEqual(request().body);
    expect(validate?.url).toBe(`${jobs}/${encodeURIComponent(NAME)}/validate`);
  });

  it('validate nothing where nothing is to be validated', () => {
    expect(callsOf(REQUEST_WRITERS.curl([request(false), request(false)], REAL))).toHaveLength(2);
  });

  it('get a token by themselves in the sandbox only', () => {
    expect(REQUEST_WRITERS.curl([request()], SANDBOX)).toContain('client_secret=sandbox');
    expect(REQUEST_WRITERS.curl([request()], REAL)).not.toContain('client_secret');
  });
});

describe('Requests for PowerShell', () => {
  const text = REQUEST_WRITERS.powershell([request()], REAL);

  it('use the published cmdlets', () => {
    expect(text).toContain('$job = New-MgBetaCrossTenantMigrationJob -BodyParameter $params');
    expect(text).toContain('Test-MgBetaCrossTenantMigrationJob -CrossTenantMigrationJobId $job.Id');
    expect(text).toContain("-GraphEndpoint 'https://ferry.fabrikam.example'");
    expect(REQUEST_WRITERS.powershell([request(false)], REAL)).not.toContain('Test-Mg');
  });

  it('write the body as a hash table in which nothing is replaced', () => {
    expect(text).toContain(`    displayName = 'Ann’’s ''wave'' $HOME \`x\` "y"'`);
    expect(text).toContain("    '@odata.type' = '#microsoft.graph.crossTenantMigrationJob'");
    expect(text).toContain("[System.DateTimeOffset]::Parse('2026-11-27T18:00:00.000Z').UtcDateTime");
    expect(text).toContain("        sourceEndpoint = 'contoso-endpoint'");
    expect(text).toContain("    workloads = @(\n        'Exchange'\n        'Teams'\n    )");
  });
});

describe('Requests for TypeScript', () => {
  it('use the official client, which adds the token to a host that it is told', () => {
    const text = REQUEST_WRITERS.typescript([request()], REAL);
    expect(text).toContain("import { Client } from '@microsoft/microsoft-graph-client';");
    expect(text).toContain('customHosts: new Set(["ferry.fabrikam.example"])');
    expect(text).toContain(JSON.stringify(NAME));
    expect(text).toContain('/validate`).post(undefined)');
  });

  it('add the token by hand where there is no TLS', () => {
    const text = REQUEST_WRITERS.typescript([request(false)], SANDBOX);
    expect(text).toContain('HTTPMessageHandler');
    expect(text).toContain('.headers(headers).post(body)');
    expect(text).not.toContain('/validate');
  });
});
