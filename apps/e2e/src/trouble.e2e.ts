import { expect, test } from '@playwright/test';
import { advanceClock, createJob, expectAccessible, expectStatus, signIn } from './support/console';

test('people who are not ready are named with cause and remedy', async ({ page }) => {
  await signIn(page, 'admin@fabrikam.example');
  await createJob(page, 'people in trouble', [7, 41, 42, 43]);
  await page.getByRole('button', { name: 'Validate' }).click();
  await expectStatus(page, 'Validation failed');
  for (const [code, remedy] of [
    ['CTM-100', 'identity map'],
    ['CTTM-005', 'licence'],
    ['MIGR-002', 'group'],
  ] as const) {
    const cause = page.getByRole('listitem').filter({ has: page.getByText(code, { exact: true }) });
    await expect(cause.getByText(remedy).first()).toBeVisible();
    await expect(cause.getByText('Who:')).toBeVisible();
  }
  await expectAccessible(page);
});

test('a mailbox that fails for good leaves the others alone and can be retried', async ({ page, request }) => {
  await signIn(page, 'admin@fabrikam.example');
  await createJob(page, 'one broken mailbox', [8, 45]);
  await page.getByRole('button', { name: 'Validate' }).click();
  await expectStatus(page, 'Validated');
  await page.getByRole('button', { name: 'Migrate' }).click();
  await expectStatus(page, 'In progress');
  await advanceClock(request, 120);
  await expectStatus(page, 'Completed with errors');
  const cause = page.getByRole('listitem').filter({ has: page.getByText('MIGR-003', { exact: true }) });
  await expect(cause.getByText('Fix:')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: /retry/i }).first().click();
  await expect(page.getByText('migrate was called').first()).toBeVisible();
  await expectStatus(page, 'Completed with errors');
});

test('somebody who may only read sees jobs and cannot change them', async ({ page }) => {
  await signIn(page, 'reader@fabrikam.example');
  await page.getByRole('navigation').getByRole('link', { name: 'Jobs' }).click();
  await page.getByRole('link', { name: 'people in trouble', exact: true }).first().click();
  await expect(page.getByRole('heading', { name: 'people in trouble', level: 1 })).toBeVisible();
  await expect(page.getByRole('button', { name: /validate/i })).toHaveCount(0);
});

test('another tenant does not know the job', async ({ page }) => {
  await signIn(page, 'admin@northwind.example');
  await expect(page.getByText('Begin with the people of the sandbox')).toBeVisible();
});
