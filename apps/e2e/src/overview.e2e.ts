import { expect, type Page, test } from '@playwright/test';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DATA_FOLDER } from './support/addresses';
import { createJob, createJobByContract, expectAccessible, expectStatus, signIn } from './support/console';
import { OwnService } from './support/service';

const toOverview = (page: Page) => page.getByRole('navigation').getByRole('link', { name: 'Overview' }).click();
const needsYou = (page: Page) => page.getByRole('region', { name: 'Needs you now' });

test('begins with the people of the sandbox where there is no job', async ({ page }) => {
  await signIn(page, 'admin@northwind.example');
  await expect(page.getByText('Sandbox', { exact: true })).toBeVisible();
  await expect(page.getByText('Begin with the people of the sandbox')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Create a job with them' }).click();
  await expect(page).toHaveURL(/\/jobs\/new/);
});

test('says why person 42 failed and what to do, without a click', async ({ page }) => {
  await signIn(page, 'admin@fabrikam.example');
  await createJob(page, 'not ready', [9, 42]);
  await page.getByRole('button', { name: 'Validate' }).click();
  await expectStatus(page, 'Validation failed');
  await toOverview(page);

  const row = needsYou(page).getByRole('listitem').filter({ hasText: 'not ready' });
  await expect(row).toContainText('1 person did not pass validation');
  await expect(row).toContainText('CTTM-005');
  await expect(row).toContainText('No Teams licence');
  await expect(row.getByText('Fix:').first()).toBeVisible();
  await expect(row.getByText('Who:').first()).toBeVisible();
  await expectAccessible(page);

  await row.getByRole('link', { name: 'Open failures' }).click();
  await expect(page).toHaveURL(/\/people\//);
  await expect(page.getByText('CTTM-005').first()).toBeVisible();
});

test('reminds of a cutover that nobody has prepared, and prepares it', async ({ page, request }) => {
  await createJobByContract(request, 'day after tomorrow', [10, 11], 47);
  await signIn(page, 'admin@fabrikam.example');
  const row = needsYou(page).getByRole('listitem').filter({ hasText: 'day after tomorrow' });
  await expect(row).toContainText('nobody has checked it');
  const cutovers = page.getByRole('region', { name: 'Next cutovers' });
  await expect(cutovers.getByRole('link', { name: 'day after tomorrow' })).toBeVisible();
  await expect(cutovers.getByRole('list', { name: 'Cutovers of the next 14 days' })).toContainText(
    /[1-9]\d* cutovers?/,
  );

  await row.getByRole('button', { name: 'Validate' }).click();
  await expect(row).toContainText('nobody has started it');
  await row.getByRole('button', { name: 'Migrate' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Migrate' }).click();
  await expect(row).toHaveCount(0);
  await expect(
    page.getByRole('region', { name: 'Running' }).getByRole('row', { name: /day after tomorrow/ }),
  ).toBeVisible();
  await expect(cutovers).toContainText('2 synced');
  await expectAccessible(page);
});

test('is paused and goes on with live updates', async ({ page, request }) => {
  await signIn(page, 'admin@fabrikam.example');
  await page.getByRole('button', { name: 'Pause live updates' }).click();
  await expect(page.getByRole('button', { name: 'Go on with live updates' })).toBeVisible();
  await createJobByContract(request, 'made in a pause', [12], 30);
  await page.getByRole('button', { name: 'Go on with live updates' }).click();
  await expect(needsYou(page)).toContainText('made in a pause');
});

test('waits as long as the service asks to, and goes on by itself', async ({ page }) => {
  await signIn(page, 'admin@fabrikam.example');
  const error = { code: 'TooManyRequests', message: 'Please retry again later.' };
  const refusal = { status: 429, headers: { 'retry-after': '3' }, json: { error } };
  await page.route('**/api/v1/overview', (route) => route.fulfill(refusal), { times: 1 });
  await page.reload();
  await expect(page.getByText(/^Paused until \d\d:\d\d UTC$/).first()).toBeVisible();
  await expect(page.getByText('goes on by itself')).toBeVisible();
  await expectAccessible(page);
  await expect(needsYou(page)).toBeVisible();
  await expect(page.getByText(/Paused until/)).toHaveCount(0);
});

test('has room on a phone for the time until which it waits', async ({ page }) => {
  const width = 390;
  await signIn(page, 'admin@fabrikam.example');
  await page.setViewportSize({ width, height: 844 });
  const error = { code: 'TooManyRequests', message: 'Please retry again later.' };
  await page.route('**/api/v1/overview', (route) =>
    route.fulfill({ status: 429, headers: { 'retry-after': '30' }, json: { error } }),
  );
  await page.reload();
  await expect(page.getByText(/^Paused until \d\d:\d\d UTC$/).first()).toBeVisible();
  const header = page.getByRole('banner');
  for (const part of [header.getByText('Ferry'), header.getByRole('button', { name: /Fabrikam/ })]) {
    const { x, width: its } = (await part.boundingBox()) ?? { x: -1, width: 0 };
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + its).toBeLessThanOrEqual(width);
  }
  await expectAccessible(page);
});

test('says that it reconnects while the service is restarted, and goes on by itself', async ({ page }) => {
  const folder = join(DATA_FOLDER, '..', 'restarted');
  rmSync(folder, { recursive: true, force: true });
  const service = new OwnService(23_120, folder);
  await service.start();
  try {
    await signIn(page, 'admin@fabrikam.example', service.address);
    await expect(page.getByText('Begin with the people of the sandbox')).toBeVisible();
    await service.end('SIGTERM');
    await expect(page.getByText('Reconnecting').first()).toBeVisible();
    await expectAccessible(page);
    await service.start();
    await expect(page.getByRole('button', { name: 'Pause live updates' })).toBeVisible({ timeout: 40_000 });
    await expect(page.getByText('Begin with the people of the sandbox')).toBeVisible();
  } finally {
    await service.end('SIGKILL');
  }
});
