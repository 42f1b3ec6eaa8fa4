import { ODataError } from '@ferry/contracts';
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, getSchemaPath, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { PUBLIC_OPERATION } from '../auth/current-caller';
import { contractClasses, describeContracts } from './describe-contracts';

const METHODS = ['get', 'post', 'patch', 'put', 'delete'] as const;
const CONTRACT = '/solutions/';

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
  for (const [path, item] of Object.entries(document.paths)) {
    if (path.startsWith(CONTRACT)) item.servers = [{ url: '/' }, { url: '/v1.0' }, { url: '/beta' }];
    for (const method of METHODS) {
      const operation = item[method];
      if (operation) completeOperation(operation);
    }
  }
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

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/** What holds for every operation: the form of an error, and that one which is public needs no token. */
function completeOperation(operation: Operation & { 'x-public'?: boolean }): void {
  if (operation[PUBLIC_OPERATION]) operation.security = [];
  delete operation['x-public'];
  operation.responses['default'] = {
    description: 'What went wrong.',
    content: { 'application/json': { schema: { $ref: getSchemaPath(ODataError) } } },
  };
}
