import { expect, test } from '@playwright/test';
import { createJobByContract, signIn } from './support/console';

const TENANT = '/tenants/22222222-2222-4222-8222-222222222222';
const PAGES = [
  '/overview',
  '/jobs',
  '/jobs/new',
  '/approvals',
  '/tenants',
  '/tenants/new',
  TENANT,
  `${TENANT}/edit`,
  `${TENANT}/people`,
  `${TENANT}/people/import`,
  `${TENANT}/preflight`,
  `${TENANT}/endpoints/contoso-endpoint`,
  `${TENANT}/endpoints/new`,
  '/audit',
  '/reports',
  '/settings',
  '/nowhere',
];
/** A phone, and a window of 1,440 by 900 at 200 %. */
const SIZES = [
  { width: 390, height: 844 },
  { width: 720, height: 450 },
];

test('every page has room on a phone and at 200 %, without scrolling sideways', async ({ page, request }) => {
  test.setTimeout(120_000);
  await createJobByContract(request, 'a job whose name is so long that it has to be broken on a phone', [18], 300);
  await signIn(page, 'admin@fabrikam.example');
  await page.goto('/jobs');
  const job = page.getByRole('link', { name: /^a job whose name/ }).first();
  const addresses = [...PAGES, (await job.getAttribute('href')) ?? ''];
  for (const size of SIZES) {
    await page.setViewportSize(size);
    for (const address of addresses) {
      await test.step(`${address} at ${size.width}`, async () => {
        await page.goto(address);
        await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached();
        await expect(page.locator('ferry-skeleton, [aria-busy="true"]')).toHaveCount(0);
        const widest = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(widest, `${address} at ${size.width}`).toBeLessThanOrEqual(size.width);
      });
    }
  }
});
