import { expect, test } from '@playwright/test';
import { expectAccessible, signIn } from './support/console';

test('what somebody likes is kept, and holds before anything is painted', async ({ page }) => {
  await signIn(page, 'admin@fabrikam.example');
  await page.getByRole('navigation').getByRole('link', { name: 'Settings' }).click();
  await expectAccessible(page);
  for (const [name, choice] of [
    ['Theme', 'Dark'],
    ['Contrast', 'High'],
    ['Density', 'Compact'],
    ['Motion', 'Without motion'],
  ] as const) {
    await page.getByRole('group', { name }).getByText(choice, { exact: true }).click();
  }
  await page.getByLabel('Language of dates').selectOption('Deutsch');
  await expect(page.getByText(/\d{4}, \d\d:\d\d UTC/)).toBeVisible();

  // Without any script but that of the page itself nothing else can have set it.
  await page.route('**/*.js', (route) => route.abort());
  await page.reload();
  const root = page.locator('html');
  for (const [name, value] of [
    ['data-theme', 'dark'],
    ['data-contrast', 'high'],
    ['data-density', 'compact'],
    ['data-motion', 'reduced'],
  ] as const) {
    await expect(root).toHaveAttribute(name, value);
  }
  const background = await root.evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(background).toBe('rgb(0, 0, 0)');
});

test('the theme is changed from every page', async ({ page }) => {
  await signIn(page, 'reader@fabrikam.example');
  await page.getByRole('button', { name: 'Theme: As the system' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await page.getByRole('button', { name: 'Theme: Dark' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'High contrast' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-contrast', 'high');
  await page.getByRole('navigation').getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('group', { name: 'Contrast' }).getByLabel('High', { exact: true })).toBeChecked();
});
