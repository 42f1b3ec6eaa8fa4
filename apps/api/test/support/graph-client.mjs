/**
 * What an administrator's script does with the official Microsoft Graph client, in a process of its own: only there does
 * Node trust the authority of the service (`NODE_EXTRA_CA_CERTS`). Takes the address and the token from the environment,
 * the create body from the first argument, and prints what it saw as JSON.
 */
import { Client, PageIterator, ResponseType } from '@microsoft/microsoft-graph-client';

const { FERRY_URL: baseUrl, FERRY_TOKEN: token } = process.env;
const body = JSON.parse(process.argv[2]);
const JOBS = '/solutions/migrations/crossTenantMigrationJobs';
const PATIENCE_MS = 60_000;

const clientWith = (accessToken) =>
  Client.init({
    baseUrl,
    customHosts: new Set([new URL(baseUrl).hostname]),
    authProvider: (done) => done(null, accessToken),
  });
const client = clientWith(token);

/** Asks again and again, as scripts do, until the job has one of the statuses. */
async function poll(path, ...statuses) {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
    const job = await client.api(path).select('id,status,message').get();
    if (statuses.includes(job.status)) return job;
  }
  throw new Error(`${path} never became ${statuses.join(' or ')}.`);
}

/** What the client makes of a refusal. */
async function refusal(request) {
  try {
    return { answer: await request };
  } catch ({ statusCode, code, message, requestId, body: inner }) {
    return { statusCode, code, message, requestId, body: JSON.parse(inner) };
  }
}

/** Every object of a list, page after page. */
async function everything(request) {
  const found = [];
  const iterator = new PageIterator(client, await request.get(), (one) => {
    found.push(one);
    return true;
  });
  await iterator.iterate();
  return found;
}

const seen = {};

seen.created = await client.api(JOBS).post(body);
const path = `${JOBS}/${seen.created.id}`;
seen.byName = await client
  .api(`${JOBS}(displayName='${encodeURIComponent(body.displayName.replaceAll("'", "''"))}')`)
  .version('beta')
  .get();
seen.validating = await client.api(`${path}/validate`).post();
seen.validated = await poll(path, 'validatePassed', 'validateFailed');
seen.migrating = await client.api(`${path}/migrate`).version('beta').post({});
seen.migrated = await poll(path, 'completed', 'completedWithErrors', 'failed');
seen.users = await client.api(`${path}/users`).top(1).get();
seen.allUsers = await everything(client.api(`${path}/users`).version('beta').top(1));

const names = [];
for (let number = 1; number <= 45; number++) {
  const { displayName } = await client
    .api(JOBS)
    .post({ ...body, displayName: `page ${number}`, completeAfterDateTime: '2035-01-01T00:00:00Z' });
  names.unshift(displayName);
}
seen.created45 = names;
seen.listed = (await everything(client.api(JOBS))).map((job) => job.displayName);
seen.listedInBeta = (await everything(client.api(JOBS).version('beta').top(7))).map((job) => job.displayName);
seen.filtered = await client.api(JOBS).filter("displayName eq 'page 7'").select('displayName').count(true).get();

const other = `${JOBS}/page%207`;
seen.leaving = await client.api(`${other}/users/${body.resources[0]}/cancel`).post();
seen.cancelling = await client.api(`${JOBS}/page%208/cancel`).post();
await poll(`${JOBS}/page%208`, 'cancelled');
seen.deleting = (await client.api(`${JOBS}/page%208`).responseType(ResponseType.RAW).delete()).status;
for (const end = Date.now() + PATIENCE_MS; seen.deleted?.statusCode !== 404 && Date.now() < end;) {
  seen.deleted = await refusal(client.api(`${JOBS}/page%208`).get());
}
seen.moved = await client
  .api(`${JOBS}/page%209`)
  .responseType(ResponseType.RAW)
  .patch({ completeAfterDateTime: '2040-01-01T00:00:00Z' })
  .then((answer) => answer.status);

seen.duplicate = await refusal(client.api(JOBS).post(body));
seen.unknownMember = await refusal(
  client
    .api(JOBS)
    .version('beta')
    .post({ ...body, displayName: 'with a colour', color: 'red' }),
);
seen.tooEarly = await refusal(client.api(`${JOBS}/page%201/migrate`).post());
seen.unknownOption = await refusal(client.api(JOBS).query({ $apply: 'x' }).get());
seen.withoutToken = await refusal(clientWith('nonsense').api(JOBS).get());

console.log(JSON.stringify(seen));
