import { expect, test } from '@playwright/test';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DATA_FOLDER } from './support/addresses';
import { createJobByContract, expectAccessible, signIn } from './support/console';
import { OwnService } from './support/service';

const FABRIKAM = '22222222-2222-4222-8222-222222222222';
const TENANT = `/tenants/${FABRIKAM}`;

/** What each page reads, and what it shows once it could. */
const PAGES = [
  { address: '/tenants', reads: '**/api/v1/tenants', shows: 'Contoso' },
  { address: TENANT, reads: '**/people:summary', shows: 'contoso-endpoint' },
  { address: `${TENANT}/edit`, reads: `**/api/v1/tenants/${FABRIKAM}`, shows: 'Save changes' },
  { address: `${TENANT}/endpoints/new`, reads: '**/api/v1/tenants', shows: 'Register endpoint' },
  {
    address: `${TENANT}/endpoints/contoso-endpoint`,
    reads: '**/api/v1/**/endpoints/contoso-endpoint',
    shows: 'Contoso',
  },
  { address: `${TENANT}/people`, reads: '**/people:summary', shows: 'CSV template' },
  { address: `${TENANT}/preflight`, reads: '**/api/v1/tenants', shows: 'Nothing is checked yet' },
  { address: '/approvals', reads: '**/api/v1/holds', shows: 'Left-out items' },
  { address: '/audit', reads: '**/api/v1/audit*', shows: 'throttled once' },
  { address: '/reports', reads: '**/api/v1/reports*', shows: 'Reports' },
  { address: '/jobs', reads: '**/api/v1/jobs?*', shows: 'throttled once' },
  { address: '/jobs/new?step=content', reads: '**/api/v1/tenants', shows: 'New job' },
  { address: '/settings', reads: '**/api/v1/session', shows: 'Theme' },
] as const;

test('every page waits as long as the service asks to, and goes on by itself', async ({ page, request }) => {
  test.setTimeout(240_000);
  await createJobByContract(request, 'throttled once', [18], 300);
  await signIn(page, 'admin@fabrikam.example');
  const error = { code: 'TooManyRequests', message: 'Please retry again later.' };
  for (const { address, reads, shows } of PAGES) {
    await test.step(address, async () => {
      let isThrottled = true;
      await page.route(reads, (route) =>
        isThrottled
          ? route.fulfill({ status: 429, headers: { 'retry-after': '2' }, json: { error } })
          : route.continue(),
      );
      await page.goto(address);
      const notice = page.getByRole('alert').filter({ hasText: 'TooManyRequests' });
      await expect(notice.first()).toContainText(/Paused until \d\d:\d\d UTC, as the service asks/);
      await expect(notice.getByRole('button', { name: 'Try again' })).toHaveCount(0);
      isThrottled = false;
      await expect(notice).toHaveCount(0);
      await expect(page.locator('main').getByText(shows).first()).toBeVisible();
      await page.unroute(reads);
    });
  }
});

test('a page whose code could not be loaded opens once the service has returned', async ({ page }) => {
  const folder = join(DATA_FOLDER, '..', 'unloaded');
  rmSync(folder, { recursive: true, force: true });
  const service = new OwnService(23_136, folder);
  await service.start();
  try {
    await signIn(page, 'admin@fabrikam.example', service.address);
    await service.end('SIGTERM');
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Reports' }).click();
    await expect(page.getByText('Reconnecting').first()).toBeVisible();
    await service.start();
    await expect(page.getByRole('heading', { name: 'Reports', level: 1 })).toBeVisible({ timeout: 40_000 });
    await expectAccessible(page);
  } finally {
    await service.end('SIGKILL');
  }
});
