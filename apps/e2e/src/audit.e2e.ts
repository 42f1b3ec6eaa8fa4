import { expect, test } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { expectAccessible, signIn } from './support/console';
import { ContractCaller } from './support/contract-caller';

test('who did what is found by person, job and action, and taken away as a file', async ({ page, request }) => {
  const caller = await ContractCaller.of(request);
  const name = '=audited job';
  const id = await caller.create(name, [31]);
  await caller.act(id, 'cancel');
  await signIn(page, 'admin@fabrikam.example');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Audit' }).click();
  await page.getByLabel('Job', { exact: true }).fill('audited');
  await page.keyboard.press('Enter');
  await expect(page.locator('tbody tr')).toHaveText([/Cancelled a job/, /Created a job/]);
  await expectAccessible(page);

  await page.getByLabel('What').selectOption('Created a job');
  await expect(page.locator('tbody tr')).toHaveText([/Created a job.*=audited job/]);
  await page.reload();
  await expect(page.locator('tbody tr')).toHaveCount(1);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^audit \d{4}-\d\d-\d\d\.csv$/);
  const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain(`,'${name},`);

  await page.getByLabel('Who').fill('nobody at all');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nothing matches')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).first().click();
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.locator('tbody').getByText('Cancelled a job').first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectAccessible(page);
});
