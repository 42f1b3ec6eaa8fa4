import type { Credentials, MigrationData, Who } from '../options/options';
import type { Connection } from './connection';

const FABRIKAM = '22222222-2222-4222-8222-222222222222';
const NORTHWIND = '33333333-3333-4333-8333-333333333333';
/** People who migrate cleanly. */
const CLEAN_PEOPLE = 40;

/** What the sandbox of Ferry brings along (design, section 5). */
export interface Sandbox {
  readonly credentials: Readonly<Record<Who, Credentials>>;
  readonly data: MigrationData;
}

/** The sandbox at an address; null where there is another server, or a Ferry with an issuer of its own. */
export async function sandboxAt(connection: Connection): Promise<Sandbox | null> {
  const answer = await connection.send({
    method: 'GET',
    path: `/${FABRIKAM}/v2.0/.well-known/openid-configuration`,
    headers: {},
    body: null,
  });
  if (answer.status !== 200 || !answer.header('content-type').startsWith('application/json')) return null;
  const root = connection.base.href.replace(/\/$/, '');
  const client = (clientId: string, tenant = FABRIKAM): Credentials => ({
    kind: 'client',
    endpoint: new URL(`${root}/${tenant}/oauth2/v2.0/token`),
    clientId,
    clientSecret: 'sandbox',
    scope: null,
  });
  return {
    credentials: {
      admin: client('ferry-admin'),
      reader: client('ferry-reader'),
      stranger: client('ferry-stranger'),
      otherTenant: client('ferry-admin', NORTHWIND),
    },
    data: {
      sourceTenant: '11111111-1111-4111-8111-111111111111',
      sourceEndpoint: 'contoso-endpoint',
      targetDomain: 'fabrikam.example',
      people: Array.from({ length: CLEAN_PEOPLE }, (_, index) => personId(index + 1)),
    },
  };
}

function personId(number: number): string {
  return `22222222-0000-4000-8000-${String(number).padStart(12, '0')}`;
}
