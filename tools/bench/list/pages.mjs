import { FOURTH_ADMINISTRATOR, SEVENTH_TENANT } from './seed.mjs';

const JOBS = '/beta/solutions/migrations/crossTenantMigrationJobs';

/** What people ask lists for, by what they would say. Every page holds 20 jobs. */
const QUESTIONS = {
  'completed jobs of a source tenant, last cutover first': {
    $filter: `status eq 'completed' and sourceTenantId eq ${SEVENTH_TENANT}`,
    $orderby: 'completeAfterDateTime desc',
  },
  'failed jobs, newest first': { $filter: "status eq 'failed'", $orderby: 'createdDateTime desc' },
  'jobs in trouble, last change first': {
    $filter: "status in ('failed', 'completedWithErrors', 'validateFailed')",
    $orderby: 'lastUpdatedDateTime desc',
  },
  'jobs of an administrator by name': { $filter: `createdBy eq '${FOURTH_ADMINISTRATOR}'`, $orderby: 'displayName' },
  'jobs with a word in their name, next cutover first': {
    $filter: "contains(displayName, 'finance') and status ne 'cancelled'",
    $orderby: 'completeAfterDateTime',
  },
};

const IN_THE_MIDDLE = 'the page in the middle, by its next link';

/**
 * The paths of the pages to be measured, by what they show.
 *
 * @param {import('../service/connection.mjs').Connection} connection to a service with seeded jobs
 * @returns {Promise<Map<string, string>>}
 */
export async function pagesOf(connection) {
  const pages = new Map(Object.entries(QUESTIONS).map(([name, options]) => [name, path(options)]));
  pages.set(IN_THE_MIDDLE, await middleOf(connection));
  return pages;
}

/** The link that leads to the page behind the middle of all jobs in a status. */
async function middleOf(connection) {
  const options = { $filter: "status eq 'completed'", $orderby: 'completeAfterDateTime desc' };
  const { '@odata.count': count } = await readPage(connection, path({ ...options, $count: true }));
  const page = await readPage(connection, path({ ...options, $skip: Math.floor(count / 2) }));
  const link = page['@odata.nextLink'];
  if (!link) throw new Error('A page in the middle has no link to the next one.');
  const { pathname, search } = new URL(link);
  return pathname + search;
}

/** @throws when it is not a whole page */
export async function readPage(connection, page) {
  const { status, body } = await connection.send('GET', page);
  const answer = JSON.parse(body);
  if (status !== 200 || answer.value.length !== 20) throw new Error(`${page} was answered ${status}: ${body}`);
  return answer;
}

const path = (options) => `${JOBS}?${new URLSearchParams(options)}`;
