import { expect, test } from '@playwright/test';
import { createJobByContract, expectAccessible, fabrikamPerson, signIn } from './support/console';

const FABRIKAM = '22222222-2222-4222-8222-222222222222';

test('people are chosen by keys, and checked before any job exists', async ({ page }) => {
  await signIn(page, 'admin@fabrikam.example');
  const navigation = page.getByRole('navigation', { name: 'Main' });
  await navigation.getByRole('link', { name: 'Tenants' }).click();
  await expect(page.getByRole('link', { name: 'Fabrikam' })).toBeVisible();
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: 'Fabrikam' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Check people' }).click();
  await expect(page.getByText('Nothing is checked yet')).toBeVisible();
  await expectAccessible(page);

  await page.goto(`/tenants/${FABRIKAM}/people`);
  await expect(page.locator('tbody tr').first()).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.getByRole('link', { name: 'Check this person' }).click();
  await expect(page).toHaveURL(/preflight\?people=22222222-/);
  await page.getByLabel('Mail addresses or object ids, one a line').fill(fabrikamPerson(42));
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(page.locator('#compared')).toBeFocused();
  await expect(page.locator('#compared')).toContainText(
    // Other journeys have checked people of the same tenant.
    /Nobody has checked these people before\.|Since .*: \d+ new, \d+ gone\./,
  );
  await expect(page.getByText('CTTM-005').first()).toBeVisible();
  await expect(page.getByText('Fix:').first()).toBeVisible();
  await expect(page.getByRole('button', { name: /^Leave out/ })).toHaveCount(0);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(page.locator('#compared')).toContainText('0 new, 0 gone');
  await page.getByLabel('Mail addresses or object ids, one a line').fill('nobody@nowhere.example');
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(page.getByText('1 line fits nobody, or more than one: nobody@nowhere.example')).toBeVisible();
  await expectAccessible(page);
});

test('the events of a job are narrowed, and the address says how', async ({ page, request }) => {
  await createJobByContract(request, 'narrowed', [17], 300);
  await signIn(page, 'admin@fabrikam.example');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Jobs', exact: true }).click();
  await page.getByRole('link', { name: 'narrowed' }).click();
  await page.getByRole('button', { name: 'Validate' }).click();
  const events = page.getByRole('region', { name: 'Latest events' });
  await expect(events.getByRole('listitem').filter({ hasText: 'Exchange' }).first()).toBeVisible();
  await events.getByLabel('What happened to').selectOption('The job');
  await expect(page).toHaveURL(/events=job/);
  await expect(events.getByRole('listitem').filter({ hasText: 'Exchange' })).toHaveCount(0);
  await expect(events.getByRole('listitem').filter({ hasText: 'Validated' })).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await expect(events.getByLabel('What happened to')).toHaveValue('job');
  await events.getByLabel('Who asked').fill('nobody like this');
  await events.getByLabel('Who asked').press('Enter');
  await expect(events.getByText('No event is like this.')).toBeVisible();
  await events.getByRole('button', { name: 'Show all events' }).click();
  await expect(events.getByRole('listitem').filter({ hasText: 'Exchange' }).first()).toBeVisible();
});
