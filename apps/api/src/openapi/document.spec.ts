import { descriptionOf } from '@ferry/contracts';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { OpenAPIObject } from '@nestjs/swagger';
import { createAdapter } from '../app.setup';
import { AppModule } from '../app.module';
import { readConfig } from '../config/config';
import { rootModule } from '../create-app';
import { Log } from '../logging/log';
import { contractClasses } from './describe-contracts';
import { createDocument } from './document';

const PUBLIC = ['/api/v1/sign-in', '/health/live', '/health/ready'];

describe('The API document', () => {
  let app: INestApplication;
  let document: OpenAPIObject;

  beforeAll(async () => {
    const config = readConfig({ LOG_LEVEL: 'silent' });
    const root = rootModule(AppModule.of(config), config, Log.atLevel('silent'));
    app = await NestFactory.create(root, createAdapter(), { preview: true, abortOnError: false, logger: false });
    document = createDocument(app);
  });
  afterAll(() => app.close());

  const schemas = () => Object.entries(document.components?.schemas ?? {});
  const schemaOf = (name: string) => document.components?.schemas?.[name] as { properties: Record<string, object> };
  const operations = () =>
    Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item)
        .filter(([method]) => ['get', 'post', 'patch', 'put', 'delete'].includes(method))
        .map(([method, operation]) => ({ path, method, operation: operation as Record<string, unknown> })),
    );

  it('knows every class of the contracts', () => {
    const names = schemas().map(([name]) => name);
    for (const { name } of contractClasses()) expect(names).toContain(name);
    expect(contractClasses().length).toBeGreaterThan(25);
  });

  it('describes every class and every member of it', () => {
    const silent = schemas().flatMap(([name, schema]) => {
      const {
        description,
        properties = {},
        enum: values,
      } = schema as {
        description?: string;
        properties?: Record<string, { description?: string }>;
        enum?: unknown[];
      };
      if (values) return [];
      const members = Object.entries(properties).filter(([, member]) => !member.description);
      return [...(description ? [] : [name]), ...members.map(([member]) => `${name}.${member}`)];
    });
    expect(silent).toEqual([]);
  });

  it('misses no member that carries words', () => {
    for (const type of contractClasses()) {
      for (const member of Object.keys(schemaOf(type.name).properties)) {
        expect([type.name, member, descriptionOf(type, member)]).toEqual([type.name, member, expect.any(String)]);
      }
    }
  });

  it('gives enumerations, dates, classes and bounds as the rules have them', () => {
    const { properties } = schemaOf('CreateCrossTenantMigrationJob');
    expect(properties).toMatchObject({
      displayName: { type: 'string', minLength: 1, maxLength: 256 },
      sourceTenantId: { type: 'string', format: 'uuid' },
      completeAfterDateTime: { type: 'string', format: 'date-time' },
      workloads: { type: 'array', items: { $ref: '#/components/schemas/Workload' } },
      jobType: { enum: ['validate', 'migrate'] },
      message: { nullable: true },
      exchangeSettings: { allOf: [{ $ref: '#/components/schemas/ExchangeOnlineCrossTenantMigrationSettings' }] },
    });
    expect(document.components?.schemas?.['CreateCrossTenantMigrationJob']).toMatchObject({
      required: ['displayName', 'sourceTenantId', 'completeAfterDateTime', 'resourceType', 'resources'],
    });
  });

  it('asks for a token everywhere but where none is needed', () => {
    expect(document.security).toEqual([{ bearer: [] }]);
    const open = operations().filter(({ operation }) => JSON.stringify(operation['security']) === '[]');
    expect(open.map(({ path }) => path).sort()).toEqual(PUBLIC);
  });

  it('says of every operation in words what it does and how it fails', () => {
    for (const { path, method, operation } of operations()) {
      expect([path, method, operation]).toEqual([
        path,
        method,
        expect.objectContaining({
          summary: expect.stringMatching(/\S/),
          responses: expect.objectContaining({ default: expect.anything() }),
        }),
      ]);
    }
  });

  it('serves the contract under every version', () => {
    const item = document.paths['/solutions/migrations/crossTenantMigrationJobs'];
    expect(item?.servers).toEqual([{ url: '/' }, { url: '/v1.0' }, { url: '/beta' }]);
  });
});
