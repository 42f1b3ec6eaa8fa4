import { type DynamicModule, Module, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AuthModule } from '../../src/auth/auth.module';
import { readConfig } from '../../src/config/config';
import { createApp } from '../../src/create-app';
import { FABRIKAM_ID } from '../../src/sandbox/sandbox-directory';

@Module({})
class EdgeModule {}

/** The edge of the service (sign-in, conventions of the wire) around the modules of a spec, without a port. */
export async function startEdge(
  modules: readonly (Type | DynamicModule)[] = [],
  settings: Readonly<Record<string, string>> = {},
): Promise<NestFastifyApplication> {
  const dataDir = mkdtempSync(join(tmpdir(), 'ferry-edge-'));
  const config = readConfig({ LOG_LEVEL: 'silent', FERRY_DATA_DIR: dataDir, ...settings });
  const app = await createApp({ module: EdgeModule, imports: [AuthModule.register(config), ...modules] }, config);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

/** An access token of one of the sandbox's applications. */
export async function applicationToken(
  app: NestFastifyApplication,
  clientId = 'ferry-admin',
  tenantId = FABRIKAM_ID,
): Promise<string> {
  const answer = await app.inject({
    method: 'POST',
    url: `/${tenantId}/oauth2/v2.0/token`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: `grant_type=client_credentials&client_id=${clientId}&client_secret=sandbox`,
  });
  return answer.json<{ access_token: string }>().access_token;
}
