import { fastify } from 'fastify';
import { pino } from 'pino';
import { Log } from './log';
import { logRequests } from './request-log';

describe('logRequests', () => {
  const logged = async (level: string, ...urls: string[]): Promise<Record<string, unknown>[]> => {
    const lines: string[] = [];
    const log = new Log(pino({ level }, { write: (line: string) => void lines.push(line) }));
    const server = fastify();
    logRequests(server, log);
    server.get('/api/v1/jobs/:job', () => ({}));
    server.get('/health/live', () => ({}));
    for (const url of urls) await server.inject({ url, headers: { authorization: 'Bearer secret' } });
    await server.close();
    return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  };

  it('says what was asked and answered, and nothing that is secret', async () => {
    const lines = await logged('info', '/api/v1/jobs/ann?search=ann');
    expect(lines).toEqual([
      expect.objectContaining({
        msg: 'request',
        requestId: expect.any(String),
        method: 'GET',
        route: '/api/v1/jobs/:job',
        status: 200,
        ms: expect.any(Number),
      }),
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/secret|ann/);
  });

  it('is quiet about probes unless asked for more', async () => {
    expect(await logged('info', '/health/live', '/favicon.ico')).toEqual([]);
    expect(await logged('debug', '/health/live')).toHaveLength(1);
  });
});
