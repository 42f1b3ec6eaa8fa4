import { Global, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { startEdge } from '../../test/support/edge-app';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database';
import { Database } from '../database/database';
import { HealthModule } from './health.module';

describe('Health', () => {
  let test: TestDatabase;
  let app: NestFastifyApplication;

  beforeAll(async () => {
    test = await openTestDatabase();
    @Global()
    @Module({ providers: [{ provide: Database, useValue: test.database }], exports: [Database] })
    class OpenDatabaseModule {}
    app = await startEdge([OpenDatabaseModule, HealthModule]);
  });
  afterAll(() => app.close());

  it('lives and can work while the database answers, and cannot once it does not', async () => {
    const [live, ready] = [await app.inject({ url: '/health/live' }), await app.inject({ url: '/health/ready' })];
    expect([live.statusCode, ready.statusCode]).toEqual([200, 200]);
    expect(ready.json()).toEqual({ status: 'ok' });
    await test.destroy();
    const [stillLive, notReady] = [
      await app.inject({ url: '/health/live' }),
      await app.inject({ url: '/health/ready' }),
    ];
    expect([stillLive.statusCode, notReady.statusCode]).toEqual([200, 503]);
    expect(notReady.json()).toMatchObject({ error: { code: 'serviceNotAvailable' } });
  });
});
