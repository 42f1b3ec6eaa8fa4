import { expect, test } from '@playwright/test';
import { advanceClock, createJob, expectAccessible, expectStatus, signIn } from './support/console';

test('a job of ordinary people is created, validated, migrated and verified', async ({ page, request }) => {
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));

  await signIn(page, 'admin@fabrikam.example');
  await expectAccessible(page);
  await createJob(page, 'ordinary people', [1, 2, 3, 4, 5, 6]);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Validate' }).click();
  await expectStatus(page, 'Validated');
  await page.getByRole('button', { name: 'Migrate' }).click();
  await expectStatus(page, 'In progress');
  await expect(page.getByRole('button', { name: /Synced.* 6/ })).toBeVisible();
  await advanceClock(request, 120);
  await expectStatus(page, 'Completed');
  await expectAccessible(page);

  await expect(page.getByRole('img', { name: /^Throughput by workload/ })).toBeVisible({ timeout: 30_000 });
  await page.getByText('Bytes/s', { exact: true }).click();
  await page.getByRole('button', { name: 'Show as table' }).click();
  await expect(page.getByRole('region', { name: /^Throughput by spans/ })).toContainText(/Exchange.*B\/s/);
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Report', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'at the target' })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('navigation').getByRole('link', { name: 'Jobs' }).first().click();
  await expect(page.getByRole('row', { name: /ordinary people.*Completed/ })).toBeVisible();
  expect(complaints).toEqual([]);
});
