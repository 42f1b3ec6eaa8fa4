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

const PUBLIC = ['/$metadata', '/api/v1/sign-in', '/health/live', '/health/ready'];

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

  const JOBS = '/solutions/migrations/crossTenantMigrationJobs';
  const statusesOf = (path: string, method: 'get' | 'post' | 'patch' | 'delete') =>
    Object.keys(document.paths[path]?.[method]?.responses ?? {});

  it('tells every answer of an operation', () => {
    const created = ['201', '400', '401', '403', '412', '413', '415', '422', '429', 'default'];
    expect(statusesOf(JOBS, 'post')).toEqual(created);
    expect(document.paths[JOBS]?.post?.responses).toMatchObject({
      '201': { headers: { Location: expect.anything() } },
      '401': { headers: { 'WWW-Authenticate': expect.anything() } },
      '429': {
        headers: { 'Retry-After': { schema: { type: 'integer' } } },
        content: { 'application/json': { schema: { $ref: '#/components/schemas/ODataError' } } },
      },
    });
    expect(statusesOf(JOBS, 'get')).toEqual(['200', '400', '401', '403', '406', '429', 'default']);
    expect(statusesOf(`${JOBS}/{job}/validate`, 'post')).toEqual(
      expect.arrayContaining(['200', '401', '403', '404', '409', '429']),
    );
    expect(statusesOf('/$metadata', 'get')).toEqual(['200', '406', 'default']);
  });

  it('tells the addresses by which a job is found by its name', () => {
    const byName = `${JOBS}(displayName='{displayName}')`;
    expect(Object.keys(document.paths).filter((path) => path.startsWith(byName))).toEqual([
      byName,
      `${byName}/validate`,
      `${byName}/migrate`,
      `${byName}/cancel`,
    ]);
    expect(document.paths[byName]?.get?.parameters).toContainEqual(
      expect.objectContaining({ name: 'displayName', in: 'path', required: true }),
    );
    expect(document.paths[byName]?.get?.operationId).toBe('Jobs_getByDisplayName');
  });

  it('says of the contract which options, headers and permission an operation takes', () => {
    const list = document.paths[JOBS]?.get;
    const names = list?.parameters?.map((given) => ('name' in given ? given.name : given.$ref)) ?? [];
    expect(names).toEqual(
      expect.arrayContaining(['$filter', '$expand', '$search', '$count', '#/components/parameters/Prefer']),
    );
    expect(list?.description).toContain('CrossTenantContentMigration.Read.All or');
    expect(document.paths[JOBS]?.post?.description).toMatch(
      /the permission CrossTenantContentMigration\.ReadWrite\.All\.$/,
    );
  });

  it('has counts as text, people in jobs, and answers with an example', () => {
    expect(document.paths[`${JOBS}/$count`]?.get?.responses['200']).toMatchObject({
      content: { 'text/plain': { schema: { type: 'integer' } } },
    });
    expect(schemaOf('CrossTenantMigrationJob').properties).toMatchObject({
      users: { type: 'array', items: { $ref: '#/components/schemas/CrossTenantMigrationTask' } },
      workloads: { type: 'array', items: { $ref: '#/components/schemas/Workload' } },
    });
    expect(schemaOf('BatchRequest').properties).toMatchObject({ requests: { minItems: 1, maxItems: 20 } });
    expect(document.paths[JOBS]?.post?.requestBody).toMatchObject({
      content: { 'application/json': { example: { displayName: 'First wave' } } },
    });
    expect(document.paths['/api/v1/jobs/{job}/changes']?.get?.responses['200']).toMatchObject({
      content: { 'text/event-stream': { schema: { $ref: '#/components/schemas/JobChange' } } },
    });
  });
});
