import { expect, type Page, test } from '@playwright/test';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DATA_FOLDER } from './support/addresses';
import { expectAccessible, fabrikamPerson, signIn } from './support/console';
import { ContractCaller } from './support/contract-caller';
import { OwnService } from './support/service';

const FOLDER = join(DATA_FOLDER, '..', 'why');
const service = new OwnService(23_137, FOLDER);

test.beforeAll(async () => {
  rmSync(FOLDER, { recursive: true, force: true });
  await service.start();
});
test.afterAll(() => service.end('SIGKILL'));

/** Counts what is clicked on a page, from now on, and says how much it was. */
async function countClicks(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    document.documentElement.dataset['clicks'] = '0';
    const count = () => {
      const { dataset } = document.documentElement;
      dataset['clicks'] = String(Number(dataset['clicks']) + 1);
    };
    document.addEventListener('click', count, { capture: true });
  });
  return () => page.evaluate(() => Number(document.documentElement.dataset['clicks']));
}

test('why person 42 failed among many, and what to do, is three clicks from the overview at most', async ({
  page,
  request,
}) => {
  const caller = await ContractCaller.of(request, service.address);
  await caller.create('in the way', [1, 2, 3, 4, 5, 6]);
  const id = await caller.create('forty who move', [...Array(15).keys()].map((index) => index + 1).concat(41, 42, 43));
  await caller.act(id, 'validate');
  await signIn(page, 'admin@fabrikam.example', service.address);
  const row = page
    .getByRole('region', { name: 'Needs you now' })
    .getByRole('listitem')
    .filter({ hasText: 'forty who' });
  await expect(row).toContainText('9 people did not pass validation');
  const clicks = await countClicks(page);

  await row.getByRole('link', { name: 'Open failures' }).click();
  await page.getByRole('rowheader').getByRole('link', { name: 'Oscar Vandermeer' }).click();
  await expect(page).toHaveURL(new RegExp(`/people/${fabrikamPerson(42)}$`));
  const teams = page.getByRole('region', { name: 'Teams', exact: true });
  await expect(teams.getByText('CTTM-005', { exact: true })).toBeVisible();
  await expect(teams.getByText('No Teams licence').first()).toBeVisible();
  await expect(teams.getByText(/^Assign a Teams licence .*, then validate again\.$/)).toBeVisible();
  await expect(teams.getByText('a licence administrator', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Validate the job again' })).toBeVisible();
  expect(await clicks()).toBeLessThanOrEqual(3);
  await expectAccessible(page);
});
