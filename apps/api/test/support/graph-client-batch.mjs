/**
 * Batches as a script sends them with the official Microsoft Graph client. Takes the address and the token from the
 * environment, two create bodies from the first argument, and prints what it saw as JSON.
 */
import { BatchRequestContent, BatchResponseContent, Client } from '@microsoft/microsoft-graph-client';

const { FERRY_URL: baseUrl, FERRY_TOKEN: token } = process.env;
const { first, second } = JSON.parse(process.argv[2]);
const JOBS = 'solutions/migrations/crossTenantMigrationJobs';

const client = Client.init({
  baseUrl,
  customHosts: new Set([new URL(baseUrl).hostname]),
  authProvider: (done) => done(null, token),
});

/** A request of a batch, made as the client's documentation does. */
const step = (id, method, path, { version = 'v1.0', body, dependsOn } = {}) => ({
  id,
  request: new Request(`${baseUrl}${version}/${JOBS}${path}`, {
    method,
    ...(body ? { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } } : {}),
  }),
  ...(dependsOn ? { dependsOn } : {}),
});

/** Sends a batch and gives each answer as the client hands it out. */
async function send(steps, version = 'v1.0') {
  const content = await new BatchRequestContent(steps).getContent();
  const answers = new BatchResponseContent(await client.api('/$batch').version(version).post(content));
  const seen = {};
  for (const [id, answer] of answers.getResponsesIterator()) {
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.startsWith('application/json') ?? false;
    seen[id] = {
      status: answer.status,
      requestId: answer.headers.get('request-id'),
      location: answer.headers.get('location'),
      body: isJson ? JSON.parse(text) : text,
    };
  }
  return seen;
}

const seen = {};

seen.created = await send([step('1', 'POST', '', { body: first }), step('2', 'POST', '', { body: second })]);
const [one, two] = ['1', '2'].map((id) => `/${seen.created[id].body.id}`);
seen.read = await send(
  [step('1', 'GET', one, { version: 'beta' }), step('2', 'GET', `${two}?$select=id,status`, { version: 'beta' })],
  'beta',
);
seen.validated = await send([
  step('validate', 'POST', `${one}/validate`),
  step('job', 'GET', one, { dependsOn: ['validate'] }),
  step('count', 'GET', '/$count', { dependsOn: ['validate'] }),
  step('people', 'GET', `${one}/users/$count`, { dependsOn: ['validate'] }),
]);
seen.failed = await send([
  step('again', 'POST', '', { body: first }),
  step('other', 'PATCH', two, { body: { completeAfterDateTime: '2040-01-01T00:00:00Z' }, dependsOn: ['again'] }),
]);
seen.moved = await send([
  step('move', 'PATCH', two, { body: { completeAfterDateTime: '2040-01-01T00:00:00Z' } }),
  step('gone', 'GET', '/none'),
]);

console.log(JSON.stringify(seen));
