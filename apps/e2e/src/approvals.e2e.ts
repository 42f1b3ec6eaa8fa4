import { expect, test } from '@playwright/test';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DATA_FOLDER } from './support/addresses';
import { expectAccessible, fabrikamPerson, signIn } from './support/console';
import { ContractCaller } from './support/contract-caller';
import { OwnService } from './support/service';

const settings = { FERRY_REQUIRE_APPROVAL: 'true', FERRY_SKIPPED_ITEMS_ALLOWED: '2' };
const FOLDER = join(DATA_FOLDER, '..', 'approvals');
const service = new OwnService(23_132, FOLDER, settings);

test.beforeEach(() => rmSync(FOLDER, { recursive: true, force: true }));
test.afterEach(() => service.end('SIGKILL'));

test('one administrator proposes a migration, and another one approves it', async ({ page, browser, request }) => {
  await service.start();
  await signIn(page, 'admin@fabrikam.example', service.address);
  const token = await page.evaluate(() => Object.values(sessionStorage).join(' '));
  const bearer = /ey[\w-]+\.[\w-]+\.[\w-]+/.exec(token)?.[0] ?? '';
  const proposed = await request.post(`${service.address}/v1.0/solutions/migrations/crossTenantMigrationJobs`, {
    headers: { authorization: `Bearer ${bearer}` },
    data: {
      displayName: 'the board',
      sourceTenantId: '11111111-1111-4111-8111-111111111111',
      completeAfterDateTime: new Date(Date.now() + 3_600_000).toISOString(),
      resourceType: 'Users',
      workloads: ['Exchange'],
      resources: [fabrikamPerson(47), fabrikamPerson(2)],
      exchangeSettings: { sourceEndpoint: 'contoso-endpoint', targetDeliveryDomain: 'fabrikam.example' },
      jobType: 'migrate',
    },
  });
  expect(proposed.ok(), await proposed.text()).toBe(true);

  const navigation = page.getByRole('navigation', { name: 'Main' });
  await expect(navigation.getByRole('link', { name: 'Approvals' })).toHaveAccessibleName('Approvals');
  await navigation.getByRole('link', { name: 'Approvals' }).click();
  await expect(page.getByText('You created this job, so another administrator has to approve it.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Approve migration/ })).toHaveCount(0);
  await expectAccessible(page);

  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const other = await context.newPage();
  await signIn(other, 'approver@fabrikam.example', service.address);
  const approvals = other.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Approvals' });
  await expect(approvals).toHaveAccessibleName('Approvals , 1 migration for you to approve');
  await expectAccessible(other);
  await approvals.click();
  await expect(other.getByText('2 people')).toBeVisible();
  await other.getByRole('button', { name: /^Show who/ }).click();
  await expect(other.getByRole('list', { name: 'People' }).getByRole('listitem')).toHaveCount(2);
  await expectAccessible(other);
  await other.getByRole('button', { name: /^Approve migration/ }).click();
  await expect(other.getByText('No migration waits for approval')).toBeVisible();
  await expect(approvals).toHaveAccessibleName('Approvals');
  await expect(page.getByText('No migration waits for approval')).toBeVisible();

  // Three items of one mailbox are too large for the target: somebody has to decide.
  await page.getByRole('button', { name: /^Look at what was left out/ }).click({ timeout: 60_000 });
  await expect(
    page
      .getByRole('dialog')
      .getByText(/too large/i)
      .first(),
  ).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Accept and go on' }).click();
  await expect(page.getByText('Nobody is on hold')).toBeVisible();
  await context.close();
});

test('whoever may only look sees what waits and decides nothing', async ({ page, request }) => {
  await service.start();
  const caller = await ContractCaller.of(request, service.address);
  await caller.create('for somebody else', [5], { jobType: 'migrate' });
  await signIn(page, 'reader@fabrikam.example', service.address);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Approvals' }).click();
  await expect(page.getByText('for somebody else').first()).toBeVisible();
  await expect(page.getByText(/You may only look/)).toBeVisible();
  await expect(page.getByRole('button', { name: /^(Approve|Cancel)/ })).toHaveCount(0);
});
