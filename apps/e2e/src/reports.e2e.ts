import { expect, test } from '@playwright/test';
import { expectAccessible, signIn } from './support/console';
import { ContractCaller } from './support/contract-caller';

test('the report of a job is found when the job is over, and when it was deleted', async ({ page, request }) => {
  const caller = await ContractCaller.of(request);
  const [kept, gone] = ['reported and kept', 'reported and gone'];
  for (const name of [kept, gone]) await caller.act(await caller.create(name, [33]), 'cancel');

  await signIn(page, 'admin@fabrikam.example');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Jobs', exact: true }).click();
  await page.getByLabel('Search jobs').fill(gone);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: /Cancelled/ })).toHaveCount(1);
  await page.getByRole('checkbox', { name: `Select ${gone}` }).check();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete 1 job' }).click();
  await expect(page.getByRole('dialog').getByText('1 job done')).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await expect(page.getByText('No job matches')).toBeVisible();

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Reports' }).click();
  await page.getByLabel('Search reports').fill('reported and');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: new RegExp(`${kept}.*Cancelled.*Not verified`) })).toBeVisible();
  await expect(page.getByRole('row', { name: new RegExp(`${gone}.*job deleted`) })).toBeVisible();
  await expectAccessible(page);

  for (const [name, format] of [
    [kept, 'CSV'],
    [gone, 'JSON'],
    [gone, 'PDF'],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: `Download the report of ${name} as ${format}` }).click(),
    ]);
    expect(download.suggestedFilename().toLowerCase()).toContain(format.toLowerCase());
  }

  await page.getByLabel('Search reports').fill('never heard of');
  await page.keyboard.press('Enter');
  await expect(page.getByText('No report matches')).toBeVisible();
  await page.getByRole('button', { name: 'Clear search' }).click();
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole('link', { name: kept })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectAccessible(page);
});
