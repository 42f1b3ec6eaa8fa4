import { expect, test } from '@playwright/test';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DATA_FOLDER } from './support/addresses';
import { Caller } from './support/caller';
import { signIn } from './support/console';
import { fillWithLongContent } from './support/long-content';
import { OwnService } from './support/service';

const FOLDER = join(DATA_FOLDER, '..', 'room');
const service = new OwnService(23_138, FOLDER, { FERRY_REQUIRE_APPROVAL: 'true' });
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
/** A phone, a window of 1,440 by 900 at 200 %, and two that show more columns. */
const SIZES = [
  { width: 390, height: 844 },
  { width: 720, height: 450 },
  { width: 1000, height: 700 },
  { width: 1300, height: 800 },
];

test.beforeAll(async () => {
  rmSync(FOLDER, { recursive: true, force: true });
  await service.start();
});
test.afterAll(() => service.end('SIGKILL'));

test('every page has room for what is long, on a phone and at 200 %, without scrolling sideways', async ({
  page,
  request,
}) => {
  test.setTimeout(240_000);
  const addresses = [...PAGES, ...(await fillWithLongContent(await Caller.of(request, service.address)))];
  await signIn(page, 'admin@fabrikam.example', service.address);
  for (const size of SIZES) {
    await page.setViewportSize(size);
    for (const address of addresses) {
      await test.step(`${address} at ${size.width}`, async () => {
        await page.goto(`${service.address}${address}`);
        await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached();
        await expect(page.locator('ferry-skeleton, [aria-busy="true"]')).toHaveCount(0);
        const widest = await page.evaluate(() => document.documentElement.scrollWidth);
        expect.soft(widest, `${address} at ${size.width}`).toBeLessThanOrEqual(size.width);
      });
    }
  }
});
