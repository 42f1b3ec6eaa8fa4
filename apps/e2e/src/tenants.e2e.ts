import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, fabrikamPerson, signIn } from './support/console';
import type { Dovecot } from '../../../tools/test/dovecot.mjs';

const FABRIKAM = '22222222-2222-4222-8222-222222222222';
const TAILSPIN = '44444444-4444-4444-8444-444444444444';
const ROWS = 200;

/** A CSV file as somebody would bring it; a row may say something else than the usual. */
function peopleFile(rows: number, others: Readonly<Record<number, string>> = {}): Buffer {
  const usual = (number: number) => {
    const id = `99999999-0000-4000-8000-${String(number).padStart(12, '0')}`;
    return `${id},Person ${number},person${number}@fabrikam.example,person${number}@contoso.example`;
  };
  const lines = Array.from({ length: rows }, (_, index) => others[index + 1] ?? usual(index + 1));
  return Buffer.from(['id,displayName,mail,sourceMail', ...lines, ''].join('\n'));
}

async function chooseFile(page: Page, name: string, buffer: Buffer): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file', exact: true }).click();
  await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer });
}

/** A mail server of the journey's own. */
async function startMailServer(): Promise<{ dovecot: Dovecot; password: string }> {
  // Imported when it is needed: the runner makes a script of what stands at the top, which a module is not.
  const { PASSWORD, startDovecot } = await import('../../../tools/test/dovecot.mjs');
  return { dovecot: await startDovecot(), password: PASSWORD };
}

async function openOwnTenant(page: Page, name = 'Fabrikam'): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Tenants' }).click();
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
}

test('a source and its endpoint are registered, corrected and deleted', async ({ page }) => {
  await signIn(page, 'admin@fabrikam.example');
  await page.getByRole('navigation').getByRole('link', { name: 'Tenants' }).click();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Register a tenant' }).click();
  await page.getByRole('button', { name: 'Register tenant' }).click();
  await expect(page.getByLabel('Tenant id')).toBeFocused();
  await expect(page.getByText('Give the tenant a name.')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Tenant id').fill(TAILSPIN);
  await page.getByLabel('Name', { exact: true }).fill('Tailspin');
  await page.getByLabel('Default domain').fill('tailspin.example');
  await page.getByRole('button', { name: 'Register tenant' }).click();
  await expect(page.getByRole('heading', { name: 'Tailspin', level: 1 })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Register an endpoint' }).click();
  await page.getByLabel('Name', { exact: true }).fill('tailspin-imap');
  await page.getByRole('checkbox', { name: /connects to a mail server/ }).check();
  await page.getByLabel('Host').fill('169.254.169.254');
  await page.getByLabel('Sign in by').selectOption('Master user');
  await page.getByLabel('Master user', { exact: true }).fill('master');
  await page.getByLabel('Password of the master user').fill('a secret');
  await page.getByLabel('Connections').fill('3');
  await page.getByRole('button', { name: 'Register endpoint' }).click();
  await expect(page.getByLabel('Host')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText(/'169\.254\.169\.254' cannot be used/)).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Host').fill('imap.tailspin.example');
  await page.getByRole('button', { name: 'Register endpoint' }).click();
  await expect(page.getByRole('heading', { name: 'tailspin-imap', level: 1 })).toBeVisible();
  await expect(page.getByText('imap.tailspin.example:993')).toBeVisible();

  await page.getByRole('button', { name: 'Replace' }).click();
  await page.getByLabel('New secret').fill('another secret');
  await page.getByRole('button', { name: 'Replace secret' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.locator('body')).not.toContainText('another secret');

  await page.getByRole('link', { name: 'Tailspin' }).click();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete tenant' }).click();
  await expect(page.getByRole('alert')).toContainText('tailspin-imap');
  await page.getByRole('link', { name: 'tailspin-imap', exact: true }).click();
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('alertdialog')).toContainText('refused while a job');
  await page.getByRole('button', { name: 'Delete endpoint' }).click();
  await expect(page.getByRole('heading', { name: 'Fabrikam', level: 1 })).toBeVisible();
  await page.goto(`/tenants/${TAILSPIN}`);
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete tenant' }).click();
  await expect(page.getByRole('heading', { name: 'Tenants', level: 1 })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Tailspin' })).toHaveCount(0);
});

test(
  'a connection with a wrong password is tested, mended and tested again',
  { tag: '@dovecot' },
  async ({ page, request }) => {
    const { dovecot, password } = await startMailServer();
    const passwordOf = async (sourcePassword: string) => {
      const form = { grant_type: 'client_credentials', client_id: 'ferry-admin', client_secret: 'sandbox' };
      const granted = await request.post(`/${FABRIKAM}/oauth2/v2.0/token`, { form });
      const { access_token: token } = (await granted.json()) as { access_token: string };
      const answer = await request.post(`/api/v1/tenants/${FABRIKAM}/people:import`, {
        headers: { authorization: `Bearer ${token}` },
        data: [{ id: fabrikamPerson(1), sourceLogin: 'ann', sourcePassword }],
      });
      expect(answer.ok()).toBe(true);
    };
    try {
      await passwordOf('not the password');
      await signIn(page, 'admin@fabrikam.example');
      await openOwnTenant(page);
      await page.getByRole('link', { name: 'Register an endpoint' }).click();
      await page.getByLabel('Name', { exact: true }).fill('dovecot');
      await page.getByLabel('Leads to').selectOption({ label: 'Contoso (contoso.example)' });
      await page.getByRole('checkbox', { name: /connects to a mail server/ }).check();
      await page.getByLabel('Host').fill(dovecot.host);
      await page.getByLabel('Security').selectOption('No encryption');
      await expect(page.getByLabel('Port')).toHaveValue('143');
      await page.getByLabel('Port').fill(String(dovecot.port));
      await page.getByRole('button', { name: 'Register endpoint' }).click();
      await expect(page.getByRole('heading', { name: 'dovecot', level: 1 })).toBeVisible();

      await page.getByLabel('As person').fill('Ann Beebe');
      await page.getByRole('option', { name: /Ann Beebe/ }).click();
      await page.getByRole('button', { name: 'Test connection' }).click();
      await expect(page.getByText('Does not work yet')).toBeVisible({ timeout: 30_000 });
      const signingIn = page.getByRole('listitem').filter({ hasText: 'Sign-in' });
      await expect(signingIn).toContainText('Check the login and the password of this person.');
      await expectAccessible(page);

      await passwordOf(password);
      await page.getByRole('button', { name: 'Test again' }).click();
      await expect(page.getByText(/Everything works/)).toBeVisible({ timeout: 30_000 });
      await expect(page.getByRole('listitem').filter({ hasText: 'Folders' })).toBeVisible();
      await expect(page.getByRole('button', { name: 'Test again' })).toBeFocused();
      await expectAccessible(page);

      await page.getByRole('button', { name: 'Delete' }).click();
      await page.getByRole('button', { name: 'Delete endpoint' }).click();
      await expect(page.getByRole('link', { name: 'dovecot', exact: true })).toHaveCount(0);
    } finally {
      await dovecot.stop();
    }
  },
);

test('two hundred people with three faults are checked first, and then imported', async ({ page }) => {
  test.setTimeout(240_000);
  // Northwind's: other journeys count the people of Fabrikam.
  await signIn(page, 'admin@northwind.example');
  await openOwnTenant(page, 'Northwind');
  await page.getByRole('link', { name: 'Import people' }).click();
  await expectAccessible(page);
  await chooseFile(page, 'people.xlsx', Buffer.from('x'));
  await expect(page.getByRole('alert')).toContainText('people.xlsx is no CSV or JSON file');
  const file = peopleFile(ROWS, {
    7: '99999999-0000-4000-8000-000000000007,Person 7,no address,',
    13: 'nobody,Person 13,person13@fabrikam.example,',
    99: '99999999-0000-4000-8000-000000000098,Person 98 again,person98@fabrikam.example,',
  });
  await chooseFile(page, 'people.csv', file);
  await expect(page.getByText('197 would be created and 0 changed. Nothing is written yet.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Would be refused 3' })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('row', { name: /^8 .*mail must be a mail address/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /^100 .*already in line 99/ })).toBeVisible();
  await expectAccessible(page);
  const faults = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the faults as CSV' }).click();
  expect((await faults).suggestedFilename()).toBe('faults.csv');

  await page.getByRole('button', { name: 'Import 197 people' }).click();
  await expect(page.getByText('197 created, 0 changed, 3 rows refused.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'What happened' })).toBeFocused();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Show people' }).click();
  await expect(page.getByText('100 people of 207 on this page')).toBeVisible();
  await page.getByRole('link', { name: 'Next page' }).click();
  await expect(page).toHaveURL(/from=/);
  await expect(page.getByRole('link', { name: 'First page' })).toBeVisible();
  await expectAccessible(page);

  await page.getByLabel('Search people').fill('person 150');
  await expect(page.getByText('1 person found')).toBeVisible();
  await expect(page).toHaveURL(/search=person/);
  await page.getByRole('link', { name: 'Person 150' }).click();
  await expect(page.getByRole('region', { name: 'Person', exact: true })).toContainText('person150@contoso.example');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('link', { name: 'Person 150' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.reload();
  await page.getByRole('region', { name: 'Person', exact: true }).getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('alertdialog')).toContainText('Mailboxes are not touched');
  await page.getByRole('button', { name: 'Delete', exact: true }).last().click();
  await expect(page.getByText('Nobody is called that')).toBeVisible();
  await expectAccessible(page);
});

test('somebody who may only read sees tenants, endpoints and people, and cannot change them', async ({ page }) => {
  await signIn(page, 'reader@fabrikam.example');
  await openOwnTenant(page);
  await expect(page.getByText('all met')).toBeVisible();
  await expect(page.getByRole('link', { name: /Register|Import|Change|Connect/ })).toHaveCount(0);
  await page.getByRole('link', { name: 'contoso-endpoint' }).click();
  await expect(page.getByRole('heading', { name: 'contoso-endpoint', level: 1 })).toBeVisible();
  await expect(page.getByRole('button', { name: /Delete|Test|Replace/ })).toHaveCount(0);
  await page.goto(`/tenants/${FABRIKAM}/people?search=oscar`);
  await expect(page.getByText('no Teams licence here')).toBeVisible();
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  await page.goto(`/tenants/${FABRIKAM}/people/import`);
  await expect(page.getByText('You may only look')).toBeVisible();
});
