import { expect, type Page, test } from '@playwright/test';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DATA_FOLDER } from './support/addresses';
import { Caller } from './support/caller';
import { expectAccessible, expectStatus, fabrikamPerson } from './support/console';
import { OwnService } from './support/service';

const FOLDER = join(DATA_FOLDER, '..', 'person');
const service = new OwnService(23_120, FOLDER);
const TROUBLED = fabrikamPerson(21);

test.beforeAll(async () => {
  rmSync(FOLDER, { recursive: true, force: true });
  await service.start();
});
test.afterAll(() => service.end('SIGKILL'));

async function signIn(page: Page): Promise<void> {
  await page.goto(service.address);
  await page.getByRole('button', { name: /sign in/i }).click();
  await page.getByRole('link', { name: 'admin@fabrikam.example' }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
}

test('a person in trouble is found, understood, mended and retried without leaving the page', async ({
  page,
  request,
}) => {
  const caller = await Caller.of(request, service.address);
  await caller.send('PUT', 'api/v1/sandbox/troubles', {
    value: [{ kind: 'unmet', personId: TROUBLED, prerequisite: 'teamsLicence', side: 'target' }],
  });
  const id = await caller.migrate('a licence is missing', [20, 21, 22]);
  await signIn(page);
  await page.goto(`${service.address}/jobs/${id}`);
  await expectStatus(page, 'In progress');
  await caller.post('api/v1/sandbox/clock', { seconds: 120 });
  await expectStatus(page, 'Completed with errors');

  const cause = page.getByRole('listitem').filter({ has: page.getByText('CTTM-005', { exact: true }) });
  await cause.getByRole('link').first().click();
  await expect(page).toHaveURL(new RegExp(`/jobs/${id}/people/${TROUBLED}$`));
  const teams = page.getByRole('region', { name: 'Teams', exact: true });
  await expect(teams.getByText('Failed', { exact: true })).toBeVisible();
  await expect(teams.getByText(/Assign a Teams licence/)).toBeVisible();
  await expect(teams.getByText('a licence administrator')).toBeVisible();
  await expectAccessible(page);

  await caller.send('DELETE', 'api/v1/sandbox/troubles');
  await page.getByRole('button', { name: 'Retry this person' }).click();
  await expect(page.locator('.title').getByText('Completed', { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(teams.getByText('Completed', { exact: true })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/people/${TROUBLED}$`));
  await teams.getByText(/^Folders/).click();
  await expect(teams.getByRole('rowheader').first()).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Next person' }).click();
  await expect(page).toHaveURL(new RegExp(`/people/${fabrikamPerson(22)}$`));
});

test('somebody whom a check found is mended, and the job validated again, from the same page', async ({
  page,
  request,
}) => {
  const caller = await Caller.of(request, service.address);
  const personId = fabrikamPerson(26);
  await caller.send('PUT', 'api/v1/sandbox/troubles', {
    value: [{ kind: 'unmet', personId, prerequisite: 'teamsLicence', side: 'target' }],
  });
  const id = await caller.create('found by a check', [26], { jobType: 'validate' });
  await signIn(page);
  await page.goto(`${service.address}/jobs/${id}/people/${personId}`);
  const teams = page.getByRole('region', { name: 'Teams', exact: true });
  await expect(teams.getByText('Invalid', { exact: true })).toBeVisible();
  await caller.send('DELETE', 'api/v1/sandbox/troubles');
  await page.getByRole('button', { name: 'Validate the job again' }).click();
  await expect(teams.getByText('Valid', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Validate the job again' })).toHaveCount(0);
});

test('whoever watches a person is told when the service is away, and goes on by themselves when it is back', async ({
  page,
  request,
}) => {
  const caller = await Caller.of(request, service.address);
  const id = await caller.migrate('restarted meanwhile', [23]);
  await signIn(page);
  await page.goto(`${service.address}/jobs/${id}`);
  await expectStatus(page, 'In progress');
  await service.end('SIGTERM');
  await expect(page.getByText('Reconnecting').first()).toBeVisible();
  await service.start();
  await expect(page.getByRole('button', { name: /^Live/ })).toBeVisible({ timeout: 60_000 });
  await caller.post('api/v1/sandbox/clock', { seconds: 120 });
  await expectStatus(page, 'Completed');
});

test('the people of a job are narrowed down by the address', async ({ page, request }) => {
  const caller = await Caller.of(request, service.address);
  const id = await caller.migrate('two who fail', [24, 45, 46]);
  await caller.post('api/v1/sandbox/clock', { seconds: 120 });
  await signIn(page);
  await page.goto(`${service.address}/jobs/${id}?code=MIGR-003`);
  await expectStatus(page, 'Completed with errors');
  const rows = page.getByRole('table', { name: 'People by workloads' }).getByRole('rowheader');
  await expect(rows).toHaveCount(1);
  await page.getByRole('button', { name: /MIGR-003/ }).click();
  await expect(rows).toHaveCount(3);
  const earlier = page.getByRole('button', { name: 'Show earlier' });
  while (await earlier.isVisible()) await earlier.click();
  await expect(page.getByText('created to migrate', { exact: true })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search people' }).fill('nobody at all');
  await expect(page.getByText('Nobody here.')).toBeVisible();
  await expect(page).toHaveURL(/search=nobody/);
  await expectAccessible(page);
});

test('somebody who is in no such job is not found', async ({ page, request }) => {
  const caller = await Caller.of(request, service.address);
  const id = await caller.migrate('without the stranger', [25]);
  await signIn(page);
  await page.goto(`${service.address}/jobs/${id}/people/${fabrikamPerson(1)}`);
  await expect(page.getByText('There is no such person in this job').first()).toBeVisible();
  await expectAccessible(page);
});
