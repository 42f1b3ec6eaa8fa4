import { Controller, Get, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { applicationToken, startEdge } from '../../test/support/edge-app';
import { NORTHWIND_ID } from '../sandbox/sandbox-directory';

@Controller('api/v1/probe')
class ProbeController {
  @Get()
  read(): object {
    return {};
  }
}

@Module({ controllers: [ProbeController] })
class ProbeModule {}

describe('CallerLimit', () => {
  const apps: NestFastifyApplication[] = [];
  afterEach(async () => {
    for (const app of apps.splice(0)) await app.close();
  });

  const start = async (settings: Record<string, string>) => {
    const app = await startEdge([ProbeModule], settings);
    apps.push(app);
    return app;
  };
  const ask = (app: NestFastifyApplication, token?: string) =>
    app.inject({
      url: '/api/v1/probe',
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    });

  it('answers a caller who asks too often with 429 and the time to wait, and nobody else', async () => {
    const app = await start({ FERRY_THROTTLE_REQUESTS: '5', FERRY_THROTTLE_SECONDS: '60' });
    const [one, reader, other] = [
      await applicationToken(app),
      await applicationToken(app, 'ferry-reader'),
      await applicationToken(app, 'ferry-admin', NORTHWIND_ID),
    ];
    for (let request = 0; request < 5; request++) expect((await ask(app, one)).statusCode).toBe(200);
    const refused = await ask(app, one);
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(50);
    expect(refused.json()).toEqual({
      error: {
        code: 'TooManyRequests',
        message: 'Please retry again later.',
        innerError: {
          code: '429',
          status: '429',
          message: 'Please retry after',
          date: expect.any(String),
          'request-id': refused.headers['request-id'],
          'client-request-id': refused.headers['request-id'],
        },
      },
    });
    expect((await ask(app, reader)).statusCode).toBe(200);
    expect((await ask(app, other)).statusCode).toBe(200);
  });

  it('counts a new token of the same caller with the old one', async () => {
    const app = await start({ FERRY_THROTTLE_REQUESTS: '3', FERRY_THROTTLE_SECONDS: '60' });
    const first = await applicationToken(app);
    for (let request = 0; request < 3; request++) expect((await ask(app, first)).statusCode).toBe(200);
    expect((await ask(app, await applicationToken(app))).statusCode).toBe(429);
  });

  it('counts requests without a good token by their address', async () => {
    const app = await start({ FERRY_THROTTLE_REQUESTS: '3', FERRY_THROTTLE_SECONDS: '60' });
    for (let request = 0; request < 3; request++) expect((await ask(app, 'nonsense')).statusCode).toBe(401);
    expect((await ask(app)).statusCode).toBe(429);
  });

  it('lets a caller go on when the time is over', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    try {
      const app = await start({ FERRY_THROTTLE_REQUESTS: '1', FERRY_THROTTLE_SECONDS: '30' });
      const token = await applicationToken(app);
      expect((await ask(app, token)).statusCode).toBe(200);
      expect((await ask(app, token)).statusCode).toBe(429);
      jest.advanceTimersByTime(30_001);
      expect((await ask(app, token)).statusCode).toBe(200);
    } finally {
      jest.useRealTimers();
    }
  });

  it('lets a hundred requests at once through by default, and any number where the limit is off', async () => {
    const app = await start({});
    const token = await applicationToken(app);
    const answers = await Promise.all(Array.from({ length: 100 }, () => ask(app, token)));
    expect(answers.every(({ statusCode }) => statusCode === 200)).toBe(true);
    const unlimited = await start({ FERRY_THROTTLE_REQUESTS: '0', FERRY_THROTTLE_SECONDS: '1' });
    expect((await ask(unlimited, await applicationToken(unlimited))).statusCode).toBe(200);
  });
});
