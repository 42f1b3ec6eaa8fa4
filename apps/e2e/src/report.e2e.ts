import { expect, type Page, test } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { advanceClock, createJob, expectAccessible, expectStatus, fabrikamPerson, signIn } from './support/console';

const PHONE = { width: 390, height: 844 };
const BROKEN = 45;

test('the report of a job says who failed, fits on a phone, and is saved as CSV and PDF', async ({ page, request }) => {
  await signIn(page, 'admin@fabrikam.example');
  await createJob(page, 'reported people', [16, BROKEN]);
  await page.getByRole('button', { name: 'Validate' }).click();
  await expectStatus(page, 'Validated');
  await page.getByRole('button', { name: 'Migrate' }).click();
  await expectStatus(page, 'In progress');
  await advanceClock(request, 120);
  await expectStatus(page, 'Completed with errors');

  await page.getByRole('link', { name: 'Report', exact: true }).click();
  await expect(page.getByText(/found at the source have arrived, \d workloads? failed/)).toBeVisible();
  await page.getByRole('button', { name: /Only differences [1-9]/ }).click();
  const people = page.getByRole('table', { name: 'People' });
  const broken = people.getByRole('row', { name: /Exchange.*Failed/ });
  await expect(broken).toBeVisible();
  await expect(page.locator('[aria-live=polite]').getByText('Ferry')).toHaveCSS('position', 'absolute');
  await expectAccessible(page);

  await page.setViewportSize(PHONE);
  const atTarget = page.getByRole('table', { name: 'Workloads' }).getByRole('row').nth(0).getByRole('cell').last();
  await expect(atTarget).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
  await expect(broken.getByRole('img').or(broken.locator('ferry-icon')).first()).toBeVisible();
  await expectAccessible(page);

  const csv = await saved(page, 'CSV');
  expect(csv.name).toMatch(/\.csv$/);
  const [head = '', ...rows] = csv.content.toString('utf8').trimEnd().split('\r\n');
  expect(head).toMatch(/^\uFEFF?job_id,job_name,person_id,/);
  expect(rows.filter((row) => row.includes(`,${fabrikamPerson(BROKEN)},`) && row.includes('MIGR-003'))).not.toEqual([]);
  const pdf = await saved(page, 'PDF');
  expect(pdf.name).toMatch(/\.pdf$/);
  expect(pdf.content.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  expect(pdf.content.subarray(-8).toString('latin1')).toContain('%%EOF');
});

/** Clicks a download, and gives the file that the browser has saved. */
async function saved(page: Page, button: string): Promise<{ name: string; content: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}
