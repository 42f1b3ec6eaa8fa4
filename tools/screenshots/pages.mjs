/**
 * The pages that are photographed, one line each; another page is another line. Addresses may name a job of
 * `sandbox.mjs` in braces.
 *
 * @typedef {object} Page
 * @property {string} name of the file
 * @property {string} address
 * @property {(page: import('@playwright/test').Page) => Promise<unknown>} [before] what is done before the picture
 * @property {'silent' | 'broken'} [service] what the service is from when the page is opened on: it never answers, or always
 *   with a fault of its own
 */

const TENANT = '/tenants/22222222-2222-4222-8222-222222222222';

/** @type {readonly Page[]} */
export const PAGES = [
  { name: 'overview', address: '/overview' },
  { name: 'jobs', address: '/jobs' },
  { name: 'job-running', address: '/jobs/{wave-01}' },
  { name: 'job-synced', address: '/jobs/{wave-02}' },
  { name: 'job-failed', address: '/jobs/{not-ready}' },
  { name: 'job-decision', address: '/jobs/{board}' },
  { name: 'job-completed', address: '/jobs/{pilot}' },
  { name: 'job-report', address: '/jobs/{pilot}/report' },
  { name: 'person', address: '/jobs/{not-ready}/people/22222222-0000-4000-8000-000000000042' },
  { name: 'new-job', address: '/jobs/new' },
  { name: 'approvals', address: '/approvals' },
  { name: 'tenants', address: '/tenants' },
  { name: 'tenant', address: TENANT },
  { name: 'people', address: `${TENANT}/people` },
  { name: 'people-import', address: `${TENANT}/people/import` },
  {
    name: 'preflight',
    address: `${TENANT}/preflight`,
    before: async (page) => {
      await page.getByRole('button', { name: 'Check', exact: true }).click();
      await page.getByText('Every check that was made').waitFor();
    },
  },
  { name: 'job-events', address: '/jobs/{not-ready}?events=workload&about=oscar' },
  { name: 'tenant-new', address: '/tenants/new' },
  { name: 'tenant-edit', address: `${TENANT}/edit` },
  { name: 'endpoint', address: `${TENANT}/endpoints/contoso-endpoint` },
  { name: 'endpoint-new', address: `${TENANT}/endpoints/new` },
  { name: 'endpoint-edit', address: `${TENANT}/endpoints/contoso-endpoint/edit` },
  { name: 'audit', address: '/audit' },
  { name: 'reports', address: '/reports' },
  { name: 'settings', address: '/settings' },
  { name: 'not-found', address: '/nowhere' },
  { name: 'sign-in', address: '/sign-in' },
  ...inTrouble('overview', '/overview'),
  ...inTrouble('jobs', '/jobs'),
  ...inTrouble('job', '/jobs/{pilot}'),
  ...inTrouble('person', '/jobs/{not-ready}/people/22222222-0000-4000-8000-000000000042'),
  ...inTrouble('tenants', '/tenants'),
  ...inTrouble('people', `${TENANT}/people`),
  { name: 'palette', address: '/overview', before: (page) => openDialog(page, 'Control+k') },
  { name: 'shortcuts', address: '/overview', before: (page) => openDialog(page, '?') },
];

/** The pages of a tenant that has no job yet. @type {readonly Page[]} */
export const EMPTY_PAGES = [
  { name: 'overview-empty', address: '/overview' },
  { name: 'jobs-empty', address: '/jobs' },
  { name: 'approvals-empty', address: '/approvals' },
  { name: 'audit-empty', address: '/audit' },
  { name: 'reports-empty', address: '/reports' },
];

async function openDialog(page, key) {
  await page.keyboard.press(key);
  await page.getByRole('dialog').waitFor();
}

/** A page that still waits for the service, and one that got nothing from it. @returns {Page[]} */
function inTrouble(name, address) {
  return [
    { name: `${name}-loading`, address, service: 'silent' },
    { name: `${name}-failing`, address, service: 'broken' },
  ];
}
