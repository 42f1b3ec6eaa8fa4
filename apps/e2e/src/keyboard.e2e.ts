import { expect, type Page, test } from '@playwright/test';
import { createJobByContract, expectAccessible, signIn } from './support/console';

const palette = (page: Page) => page.getByRole('dialog', { name: 'Search and go anywhere' });
const field = (page: Page) => palette(page).getByRole('combobox');
const active = (page: Page) => palette(page).getByRole('option', { selected: true });

test('the keys are listed, and the focus comes back', async ({ page }) => {
  await signIn(page, 'admin@fabrikam.example');
  const jobs = page.getByRole('navigation').getByRole('link', { name: 'Jobs' });
  await jobs.focus();
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(help.getByText('Search and go anywhere')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(help).toHaveCount(0);
  await expect(jobs).toBeFocused();
});

test('pages, jobs, people and actions are a few letters away', async ({ page, request }) => {
  await createJobByContract(request, 'found by its name', [13], 200);
  await signIn(page, 'admin@fabrikam.example');

  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('by its');
  await expect(active(page)).toContainText('found by its name');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'found by its name', level: 1 })).toBeVisible();

  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('fabrikam.example');
  await expect(palette(page).getByRole('group', { name: 'People' }).getByRole('option').first()).toBeVisible();
  await field(page).fill('no such thing');
  await expect(palette(page).getByText('Nothing found').last()).toBeVisible();
  await field(page).fill('theme: dark');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(palette(page)).toHaveCount(0);

  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('settings');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
});

test('rows are gone through and opened with the keyboard alone', async ({ page, request }) => {
  for (const [number, name] of [
    [14, 'first row'],
    [15, 'second row'],
  ] as const) {
    await createJobByContract(request, name, [number], 40);
  }
  await signIn(page, 'admin@fabrikam.example');
  const rows = page.getByRole('region', { name: 'Needs you now' }).getByRole('listitem');
  await expect(rows.filter({ hasText: 'second row' })).toBeVisible();
  await page.keyboard.press('j');
  await expect(rows.nth(0).getByRole('link').first()).toBeFocused();
  await page.keyboard.press('j');
  await expect(rows.nth(1).getByRole('link').first()).toBeFocused();
  await page.keyboard.press('k');
  const name = await rows.nth(0).getByRole('link').first().textContent();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: name?.trim() ?? '', level: 1 })).toBeVisible();
});

test('single keys can be turned off', async ({ page }) => {
  await signIn(page, 'admin@fabrikam.example');
  await page.getByRole('navigation').getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('group', { name: 'Single-key shortcuts' }).getByText('Off', { exact: true }).click();
  await page.keyboard.press('?');
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
});
