import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { conformance } from './conformance';

const JOBS = '/v1.0/solutions/migrations/crossTenantMigrationJobs';
const GUID = '11111111-2222-4333-8444-555555555555';

/** A server of another make: it creates a job, counts as it is told to, and remembers what it was asked. */
class OtherServer {
  readonly asked: string[] = [];
  private readonly server: Server;

  constructor(private readonly count: string) {
    this.server = createServer((request, response) => {
      const line = `${request.method} ${request.url}`;
      this.asked.push(line);
      request.resume();
      const [status, type, body] = this.answer(line);
      response.writeHead(status, { 'content-type': type }).end(body);
    }).listen(0, '127.0.0.1');
  }

  async address(): Promise<string> {
    if (!this.server.listening) await once(this.server, 'listening');
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private answer(line: string): [number, string, string] {
    const job = JSON.stringify({ id: GUID, displayName: 'x', status: 'submitted' });
    if (line === `POST ${JOBS}`) return [201, 'application/json', job];
    if (line === `GET ${JOBS}/$count`) return [200, 'text/plain', this.count];
    return line.startsWith('DELETE') ? [202, 'text/plain', ''] : [404, 'application/json', '{}'];
  }
}

describe('A run against a server of another make', () => {
  const lines = { out: [] as string[], err: [] as string[] };
  const terminal = {
    out: (line: string) => void lines.out.push(line),
    err: (line: string) => void lines.err.push(line),
  };
  let server: OtherServer;

  beforeEach(() => {
    lines.out = [];
    lines.err = [];
  });
  afterEach(() => server.close());

  async function judge(count: string, ...more: string[]): Promise<number> {
    server = new OtherServer(count);
    const data = ['--source-tenant', GUID, '--source-endpoint', 'e', '--target-domain', 'd', '--people', GUID];
    const args = ['--base-url', await server.address(), '--token', 'x', '--versions', 'v1.0', ...data];
    return conformance([...args, '--only', 'operations.count-jobs,callers.reader-reads', ...more], {}, terminal);
  }

  it('passes what it does, skips what it cannot try, and ends well', async () => {
    expect(await judge('7')).toBe(0);
    expect(lines.out.at(-1)).toBe('1 passed, 0 failed');
    expect(lines.out.join('\n')).toMatch(/callers\.reader-reads \(v1\.0\) .+ skipped: there is no token of somebody/);
  });

  it('fails what it does not do, with what was expected and what came', async () => {
    expect(await judge('seven')).toBe(1);
    expect(lines.out.at(-1)).toBe('0 passed, 1 failed');
    const report = lines.out.join('\n');
    expect(report).toContain('The body is "seven", expected a text like /^[1-9]\\d*$/.');
    expect(report).toContain(`GET ${JOBS}/$count -> 200 seven`);
  });

  it('cancels and deletes what it created, whatever the outcome', async () => {
    await judge('seven');
    expect(server.asked).toContain(`POST ${JOBS}/${GUID}/cancel`);
    expect(server.asked.at(-1)).toBe(`DELETE ${JOBS}/${GUID}`);
  });

  it('leaves out what rests on decisions', async () => {
    await judge('7', '--only', 'operations.create-location', '--skip-decisions');
    expect(lines.out.at(-1)).toBe('0 passed, 0 failed');
  });

  it('prints JSON and nothing else', async () => {
    await judge('7', '--json');
    expect(JSON.parse(lines.out.join('\n'))).toMatchObject({ passed: 1, failed: 0, skipped: 1 });
  });

  it('is not begun when too little was said', async () => {
    server = new OtherServer('7');
    expect(await conformance(['--base-url', await server.address()], {}, terminal)).toBe(2);
    expect(lines.err[0]).toMatch(/^There is no sandbox of Ferry at .+: give a --token/);
    expect(await conformance(['--only', 'nothing'], {}, terminal)).toBe(2);
    expect(lines.err).toContain("No section and no check is called 'nothing'. See --list.");
  });
});
