import { expect, type Page, test } from '@playwright/test';
import { Caller } from './support/caller';
import { expectAccessible, signIn } from './support/console';

const TENANT = 'tenants/22222222-2222-4222-8222-222222222222';
const WRONG = 'the key of last year';

/** Asks the page to sign in at the mail server, and waits for what it says of it. */
async function testConnection(page: Page, button: string, verdict: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  await expect(page.getByText(verdict)).toBeVisible({ timeout: 30_000 });
}

async function replaceSecret(page: Page, secret: string): Promise<void> {
  await page.getByRole('button', { name: 'Replace', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Replace the secret' });
  await expect(dialog.getByLabel('New secret')).toHaveAttribute('type', 'password');
  await expect(dialog.getByLabel('New secret')).toHaveValue('');
  await dialog.getByRole('button', { name: 'Replace secret' }).click();
  await expect(dialog.getByText('Give the new secret.')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel('New secret').fill(secret);
  await dialog.getByRole('button', { name: 'Replace secret' }).click();
  await expect(dialog).toBeHidden();
}

test(
  'the secret of a connection is rotated: refused by the server, replaced, tested again, and never shown',
  { tag: '@dovecot' },
  async ({ page, request, baseURL }) => {
    // Imported when it is needed: the runner makes a script of what stands at the top, which a module is not.
    const { MASTER: master, startDovecot } = await import('../../../tools/test/dovecot.mjs');
    const dovecot = await startDovecot();
    const secrets = new RegExp([WRONG, master.password].join('|'));
    const told: string[] = [];
    page.on('response', async (answer) => {
      if (answer.url().includes('/endpoints')) told.push(await answer.text().catch(() => ''));
    });
    try {
      await signIn(page, 'admin@fabrikam.example');
      await page.goto(`/${TENANT}/endpoints/new`);
      await page.getByLabel('Name', { exact: true }).fill('rotated');
      await page.getByLabel('Leads to').selectOption({ label: 'Contoso (contoso.example)' });
      await page.getByRole('checkbox', { name: /connects to a mail server/ }).check();
      await page.getByLabel('Host').fill(dovecot.host);
      await page.getByLabel('Security').selectOption('No encryption');
      await page.getByLabel('Port').fill(String(dovecot.port));
      await page.getByLabel('Sign in by').selectOption('Master user');
      await page.getByLabel('Master user', { exact: true }).fill(master.user);
      await page.getByLabel('Password of the master user').fill(WRONG);
      await page.getByRole('button', { name: 'Register endpoint' }).click();
      await expect(page.getByRole('heading', { name: 'rotated', level: 1 })).toBeVisible();

      await testConnection(page, 'Test connection', 'Does not work yet');
      await expect(page.getByRole('listitem').filter({ hasText: 'Sign-in' })).toContainText('What to do:');
      await replaceSecret(page, master.password);
      await testConnection(page, 'Test again', /Everything works/);
      await expect(page.getByText(/^set (now|\d+ s ago)$/)).toBeVisible();
      await expectAccessible(page);

      await page.getByRole('link', { name: 'Change' }).click();
      await expect(page.getByLabel('Password of the master user')).toHaveValue('');
      await expect(page.getByText('One is kept. Leave this empty to keep it.')).toBeVisible();
      await page.getByRole('button', { name: 'Save' }).click();
      await testConnection(page, 'Test connection', /Everything works/);

      const caller = await Caller.of(request, baseURL ?? '');
      told.push(JSON.stringify(await caller.get(`api/v1/${TENANT}/endpoints/rotated`)), await page.content());
      expect(told.length).toBeGreaterThan(3);
      expect(told.filter((text) => secrets.test(text))).toEqual([]);
      await caller.send('DELETE', `api/v1/${TENANT}/endpoints/rotated`);
    } finally {
      await dovecot.stop();
    }
  },
);
