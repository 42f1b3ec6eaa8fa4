import { expect, type Page, test } from '@playwright/test';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DATA_FOLDER } from './support/addresses';
import { expectAccessible, signIn } from './support/console';
import { ContractCaller } from './support/contract-caller';
import { OwnService } from './support/service';

const JOBS = 1_200;
const FOLDER = join(DATA_FOLDER, '..', 'thousands');
const service = new OwnService(23_131, FOLDER);

test.beforeEach(() => rmSync(FOLDER, { recursive: true, force: true }));
test.afterEach(() => service.end('SIGKILL'));

const rows = (page: Page) => page.locator('tbody tr');
const counter = (page: Page, name: RegExp) => page.getByRole('group', { name: 'Status' }).getByRole('button', { name });

test('a list of more than a thousand jobs is filtered, sorted, searched and acted upon', async ({ page, request }) => {
  test.setTimeout(240_000);
  await service.start();
  await signIn(page, 'admin@fabrikam.example', service.address);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Jobs', exact: true }).click();
  await expect(page.getByText('No jobs yet')).toBeVisible();
  await expectAccessible(page);

  const caller = await ContractCaller.of(request, service.address);
  await caller.createMany(JOBS, (number) => `wave ${String(number).padStart(4, '0')}`);
  await expect(page.getByRole('button', { name: /new jobs - show/ })).toBeVisible();
  await expect(page.getByText('No jobs yet')).toBeVisible();
  await page.getByRole('button', { name: /new jobs - show/ }).click();
  await expect(counter(page, /^All 1,200$/)).toBeVisible();
  await expect(rows(page)).toHaveCount(100);
  await expect(page.getByText('1 to 100 of 1,200')).toBeVisible();
  await expectAccessible(page);

  // Everything that is shown is in the address.
  await page.getByRole('button', { name: 'Job', exact: true }).click();
  await expect(rows(page).first()).toContainText('wave 0001');
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(rows(page).first()).toContainText('wave 0101');
  expect(new URL(page.url()).search).toBe('?sort=name&page=2');
  await page.goBack();
  await expect(rows(page).first()).toContainText('wave 0001');

  await page.keyboard.press('/');
  await page.keyboard.type('wave 007');
  await page.keyboard.press('Enter');
  await expect(rows(page)).toHaveCount(12);
  await page.reload();
  await expect(rows(page)).toHaveCount(12);

  // A view keeps what is filtered.
  await page.getByRole('button', { name: 'Save view' }).click();
  await page.getByLabel('Name', { exact: true }).fill('seventies');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('link', { name: 'All jobs' }).click();
  await expect(rows(page)).toHaveCount(100);
  await page.getByRole('link', { name: 'seventies' }).click();
  await expect(rows(page)).toHaveCount(12);

  // By keyboard and with a range; what one job refuses keeps nobody else back.
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.getByRole('checkbox', { name: 'Select wave 0073' }).click({ modifiers: ['Shift'] });
  await expect(page.getByText('5 selected')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel jobs' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('stops for 1 person')).toHaveCount(5);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Cancel 5 jobs' }).click();
  await expect(dialog.getByText('5 jobs done')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByText('Cancelled', { exact: true })).toHaveCount(5);

  await page.getByRole('checkbox', { name: 'Select all jobs of this page' }).check();
  await page.getByRole('button', { name: 'Validate' }).click();
  await expect(dialog.getByText('Refused')).toHaveCount(5);
  await expect(dialog.getByRole('button', { name: 'Validate 7 jobs' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Keep as they are' }).click();

  // Counters are filters, and finding nothing has a way back.
  await counter(page, /^Cancelled 5$/).click();
  await expect(rows(page)).toHaveCount(5);
  await page.getByLabel('Created by').fill('nobody');
  await page.keyboard.press('Enter');
  await expect(page.getByText('No job matches')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Clear filters' }).first().click();
  await expect(rows(page)).toHaveCount(100);

  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole('link', { name: 'wave 1200' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectAccessible(page);
});
