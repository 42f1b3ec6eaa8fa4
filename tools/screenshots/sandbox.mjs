/** Jobs of the sandbox in every state that a page shows, made by the contract as anybody could make them. */
import { CONTOSO, FABRIKAM } from '../bench/service/service.mjs';

const JOBS = '/v1.0/solutions/migrations/crossTenantMigrationJobs';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** People by their numbers, when they may be cut over, from the moment at which the pictures are made, and how far they get. */
const WAVES = {
  pilot: { people: range(1, 6), due: -HOUR, until: 'completed' },
  finance: { people: [7, 8, 45], due: -HOUR, until: 'completedWithErrors' },
  'not-ready': { people: [9, 10, 42, 43], due: 6 * DAY, until: 'validateFailed' },
  'wave-02': { people: range(11, 18), due: 4 * DAY + 8 * HOUR, until: 'synced' },
  'wave-03': { people: range(19, 24), due: 2 * DAY + 5 * HOUR, until: 'validatePassed' },
  legal: { people: [25, 26], due: 9 * DAY, until: 'submitted' },
  board: { people: [27, 28, 47], due: 5 * DAY, until: 'adminActionRequired', skippedItemsAllowed: 0 },
};
/** Begun last, with a large mailbox and a slow one, so that something still moves in the first pictures, and somebody who is not ready. */
const LAST = { name: 'wave-01', people: [...range(29, 41), 44, 46, 48, 49, 50], due: 4 * DAY };
/** So long does it run before the pictures, by the clock of the sandbox, and so much does it copy in each minute at least. */
const LAST_MINUTES = 12;
const ITEMS_A_MINUTE = 500;
/** Afterwards it moves as it did, by the clock on the wall. */
const ITEMS_A_SECOND = 40;

function range(first, last) {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

const personId = (number) => `22222222-0000-4000-8000-${String(number).padStart(12, '0')}`;

/**
 * Fills the sandbox, and moves its clock to where the first jobs have been cut over.
 *
 * @param {{ address: string, token: () => Promise<string> }} service
 * @returns {Promise<ReadonlyMap<string, string>>} the ids of the jobs by name
 */
export async function fillSandbox(service) {
  const ask = await askAs(service);
  const now = Date.parse((await ask('GET', '/api/v1/session')).now);
  // What was due an hour ago must have been in the future when it was made.
  const moment = now + 2 * HOUR;
  const ids = new Map();
  for (const [name, { people, due }] of Object.entries(WAVES)) {
    const { id } = await ask('POST', JOBS, jobBody(name, people, new Date(moment + due)));
    ids.set(name, id);
  }
  for (const [name, { until, skippedItemsAllowed }] of Object.entries(WAVES)) {
    if (skippedItemsAllowed !== undefined) await ask('PATCH', `/api/v1/jobs/${ids.get(name)}`, { skippedItemsAllowed });
    if (until !== 'submitted') await ask('POST', `${JOBS}/${ids.get(name)}/validate`);
  }
  for (const [name, { until }] of Object.entries(WAVES)) {
    if (['submitted', 'validatePassed', 'validateFailed'].includes(until)) continue;
    await reaches(ask, ids.get(name), ({ job }) => job.status === 'validatePassed');
    await ask('POST', `${JOBS}/${ids.get(name)}/migrate`);
  }
  await reaches(ask, ids.get('wave-02'), isSynced);
  await ask('POST', '/api/v1/sandbox/clock', { seconds: (moment - now) / 1_000 });
  for (const [name, { until }] of Object.entries(WAVES)) {
    if (until !== 'synced') await reaches(ask, ids.get(name), ({ job }) => job.status === until);
  }
  // Those who are ready go on without the others.
  const body = { ...jobBody(LAST.name, LAST.people, new Date(moment + LAST.due)), jobType: 'migrate' };
  const { id } = await ask('POST', JOBS, body);
  ids.set(LAST.name, id);
  await runFor(ask, id, LAST_MINUTES);
  await slowDown(ask, id);
  return ids;
}

/** Moves the clock whenever a job has copied enough for a minute, so that its throughput is one over time. */
async function runFor(ask, id, minutes) {
  let before = 0;
  for (let minute = 1; minute <= minutes; minute += 1) {
    before = mostCopied(await reaches(ask, id, (seen) => mostCopied(seen) >= before + ITEMS_A_MINUTE));
    await ask('POST', '/api/v1/sandbox/clock', { seconds: 60 });
  }
}

/** Limits the endpoint, and waits until a job obeys. */
async function slowDown(ask, id) {
  const endpoint = `/api/v1/tenants/${FABRIKAM}/endpoints/contoso-endpoint`;
  await ask('PATCH', endpoint, { limits: { itemsPerSecond: ITEMS_A_SECOND } });
  let before = -Infinity;
  await reaches(ask, id, (seen) => {
    const isSlow = mostCopied(seen) - before <= ITEMS_A_SECOND;
    before = mostCopied(seen);
    return isSlow;
  });
  await ask('POST', '/api/v1/sandbox/clock', { seconds: 60 });
}

/** How many items there are of the workload that came furthest. */
const mostCopied = ({ totals }) => Math.max(0, ...totals.map(({ copied }) => copied));

function jobBody(displayName, people, completeAfter) {
  return {
    displayName,
    sourceTenantId: CONTOSO,
    completeAfterDateTime: completeAfter.toISOString(),
    exchangeSettings: { sourceEndpoint: 'contoso-endpoint', targetDeliveryDomain: 'fabrikam.example' },
    workloads: ['Exchange', 'ODSP', 'Teams', 'Meeting'],
    resourceType: 'Users',
    resources: people.map(personId),
  };
}

const isSynced = ({ people, statuses }) =>
  statuses.every((count) => count.status === 'synced' && count.people === people);

async function askAs({ address, token }) {
  const authorization = `Bearer ${await token()}`;
  return async (method, url, body) => {
    const headers = { authorization, ...(body ? { 'content-type': 'application/json' } : {}) };
    const answer = await fetch(address + url, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${text}`);
    return text === '' ? null : JSON.parse(text);
  };
}

/** Follows a job until something holds for it, and says what it was then. */
async function reaches(ask, id, holds) {
  const deadline = Date.now() + 120_000;
  let seen = await ask('GET', `/api/v1/jobs/${id}`);
  while (!holds(seen)) {
    if (Date.now() > deadline)
      throw new Error(`${seen.job.displayName} stays ${seen.job.status}: ${JSON.stringify(seen.statuses)}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
    seen = await ask('GET', `/api/v1/jobs/${id}`);
  }
  return seen;
}
