import { inWorkspace } from '../../workspace/paths.mjs';
import { SERVICE_ENVIRONMENT, SERVICE_NODE_OPTIONS } from '../../workspace/service-node.mjs';
import { freePort } from './ports.mjs';
import { startProcess } from './process.mjs';

export const SERVICE = [...SERVICE_NODE_OPTIONS, inWorkspace('dist', 'apps', 'api', 'main.js')];

export const CONTOSO = '11111111-1111-4111-8111-111111111111';
export const FABRIKAM = '22222222-2222-4222-8222-222222222222';

/** Whatever the caller's own settings are, the sandbox on free ports. */
export async function serviceEnvironment(place) {
  const [port, httpsPort] = [await freePort(), await freePort()];
  const ours = Object.keys(process.env).filter((name) => name.startsWith('FERRY_'));
  const env = {
    ...Object.fromEntries(ours.map((name) => [name, undefined])),
    HOST: '127.0.0.1',
    PORT: String(port),
    HTTPS_PORT: String(httpsPort),
    LOG_LEVEL: undefined,
    TLS_CERT: undefined,
    TLS_KEY: undefined,
    ...SERVICE_ENVIRONMENT,
    ...place.env,
  };
  return { env, address: `http://127.0.0.1:${port}` };
}

/**
 * Starts the built service, with the settings that an operator who sets nothing has.
 *
 * @param {import('./databases.mjs').Place} place
 */
export async function startService(place) {
  const { env, address } = await serviceEnvironment(place);
  const started = await startProcess(SERVICE, { env, ready: `${address}/health/ready` });
  return { ...started, address, token: () => administratorToken(address) };
}

async function administratorToken(address) {
  const answer = await fetch(`${address}/${FABRIKAM}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: 'ferry-admin',
      client_secret: 'sandbox',
    }),
  });
  if (!answer.ok) throw new Error(`No token: ${answer.status} ${await answer.text()}`);
  const { access_token: token } = await answer.json();
  return token;
}
