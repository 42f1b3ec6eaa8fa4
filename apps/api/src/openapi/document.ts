import { GRAPH_ROUTES } from '@ferry/contracts';
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { PUBLIC_OPERATION, WRITE_OPERATION } from '../auth/current-caller';
import { NEEDED_PERMISSIONS } from '../auth/permissions';
import { addAlternateKeyPaths } from './alternate-key';
import { customMethodAddress } from '../graph/custom-method';
import { contractClasses, describeContracts } from './describe-contracts';
import { CREATE_EXAMPLE, CREATED_EXAMPLE } from './examples';
import { addRefusals } from './refusals';
import { TAGS } from './tags';

const METHODS = ['get', 'post', 'patch', 'put', 'delete'] as const;
const CONTRACT = '/solutions/';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/** Headers that every operation of the contract reads (contract page 5.3 to 5.6). */
const CONTRACT_HEADERS = {
  ClientRequestId: {
    name: 'client-request-id',
    in: 'header',
    description: 'Identifier of the request that the answer gives back.',
    schema: { type: 'string' },
  },
  Prefer: {
    name: 'Prefer',
    in: 'header',
    description: 'return=minimal, return=representation, odata.maxpagesize=n, include-unknown-enum-members.',
    schema: { type: 'string' },
  },
} as const;

const LOCATION = { description: 'Absolute address of what was created.', schema: { type: 'string' as const } };

const DESCRIPTION = `Ferry moves the content of people from one Microsoft 365 tenant to another.

Addresses below \`/solutions\` are Microsoft Graph's crossTenantMigrationJob contract; they are served without a version,
under \`/v1.0\` and under \`/beta\`. Addresses below \`/api/v1\` are Ferry's own.`;

/** The OpenAPI document of the service, with every class of the contracts in it. */
export function createDocument(app: INestApplication): OpenAPIObject {
  describeContracts();
  const outline = new DocumentBuilder()
    .setTitle('Ferry')
    .setDescription(DESCRIPTION)
    .setVersion('1.0')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addServer('/')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'Token of the issuer.' })
    .addSecurityRequirements('bearer')
    .build();
  const document = SwaggerModule.createDocument(app, outline, {
    extraModels: contractClasses(),
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  document.tags = Object.entries(TAGS).map(([name, description]) => ({ name, description }));
  document.components = { ...document.components, parameters: CONTRACT_HEADERS };
  for (const [path, item] of Object.entries(document.paths)) {
    const isContract = path.startsWith(CONTRACT) || path.startsWith('/$');
    if (isContract) item.servers = [{ url: '/' }, { url: '/v1.0' }, { url: '/beta' }];
    for (const method of METHODS) {
      const operation = item[method];
      if (operation) completeOperation(operation, path, method, isContract);
    }
  }
  document.paths = Object.fromEntries(
    Object.entries(document.paths).map(([path, item]) => [customMethodAddress(path), item]),
  );
  addAlternateKeyPaths(document.paths);
  addExamples(document.paths[`/${GRAPH_ROUTES.jobs}`]?.post);
  return document;
}

/** Serves the document at /openapi.json and its pages at /docs, which load nothing from elsewhere. */
export function serveDocument(app: INestApplication): void {
  SwaggerModule.setup('docs', app, () => createDocument(app), {
    jsonDocumentUrl: 'openapi.json',
    raw: ['json'],
    customSiteTitle: 'Ferry API',
    swaggerOptions: { persistAuthorization: true, validatorUrl: null },
  });
}

/** What holds for every operation: who may call it, how it fails, and that one which is public needs no token. */
function completeOperation(
  operation: Operation & { [PUBLIC_OPERATION]?: boolean; [WRITE_OPERATION]?: boolean },
  path: string,
  method: string,
  isContract: boolean,
): void {
  const isPublic = operation[PUBLIC_OPERATION] ?? false;
  const access = operation[WRITE_OPERATION] ? 'write' : 'read';
  for (const mark of [PUBLIC_OPERATION, WRITE_OPERATION]) Reflect.deleteProperty(operation, mark);
  if (isPublic) operation.security = [];
  const permission = isPublic ? 'Needs no token.' : `Needs the permission ${NEEDED_PERMISSIONS[access].join(' or ')}.`;
  operation.description = `${operation.description ?? `${operation.summary ?? ''}.`} ${permission}`;
  if (isContract) {
    const headers = Object.keys(CONTRACT_HEADERS).map((name) => ({ $ref: `#/components/parameters/${name}` }));
    operation.parameters = [...(operation.parameters ?? []), ...headers];
  }
  const created = operation.responses['201'];
  if (created && 'description' in created) created.headers = { Location: LOCATION };
  // A table is a text, whatever its rows are.
  const table =
    operation.requestBody && 'content' in operation.requestBody && operation.requestBody.content['text/csv'];
  if (table) table.schema = { type: 'string' };
  addRefusals(operation, { path, method, isPublic });
}

/** Shows a body that the sandbox takes, and what it answers. */
function addExamples(create: Operation | undefined): void {
  const body = create?.requestBody;
  const sent = body && 'content' in body ? body.content['application/json'] : undefined;
  if (sent) sent.example = CREATE_EXAMPLE;
  const created = create?.responses['201'];
  const answered = created && 'content' in created ? created.content?.['application/json'] : undefined;
  if (answered) answered.example = CREATED_EXAMPLE;
}
