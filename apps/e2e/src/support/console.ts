import { AxeBuilder } from '@axe-core/playwright';
import { expect, type APIRequestContext, type Page } from '@playwright/test';

const FABRIKAM = '22222222-2222-4222-8222-222222222222';

/** Object id of one of Fabrikam's people, by number. */
export function fabrikamPerson(number: number): string {
  return `22222222-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** Signs in through the issuer's page as one of the people of the sandbox, and ends at the page that comes first. */
export async function signIn(page: Page, upn: string, address = '/'): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: /sign in/i }).click();
  await page.getByRole('link', { name: upn }).click();
  await expect(page.getByRole('heading', { name: /^(Overview|Jobs)$/, level: 1 })).toBeVisible();
}

/** Creates a job through the form, for people by number, to be cut over as soon as possible; ends at its page. */
export async function createJob(page: Page, name: string, people: readonly number[]): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'New job' }).click();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByText('As soon as synced').click();
  await page.getByRole('button', { name: 'Paste a list' }).click();
  await page.getByLabel(/Object ids or addresses/).fill(people.map(fabrikamPerson).join('\n'));
  await page.getByRole('button', { name: 'Add to the job' }).click();
  await expect(page.getByText(`${people.length} of 50 chosen`)).toBeVisible();
  await page.getByRole('button', { name: 'Create job' }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
}

/** Waits until the pill beside the title of a job's page says a word. */
export async function expectStatus(page: Page, word: string): Promise<void> {
  await expect(page.locator('.title').getByText(word, { exact: true })).toBeVisible({ timeout: 60_000 });
}

/** Moves the clock of the sandbox ahead, so that nobody has to wait for a cutover. */
export async function advanceClock(request: APIRequestContext, seconds: number): Promise<void> {
  const form = { grant_type: 'client_credentials', client_id: 'ferry-admin', client_secret: 'sandbox' };
  const granted = await request.post(`/${FABRIKAM}/oauth2/v2.0/token`, { form });
  const { access_token: token } = (await granted.json()) as { access_token: string };
  const headers = { authorization: `Bearer ${token}` };
  const moved = await request.post('/api/v1/sandbox/clock', { headers, data: { seconds } });
  expect(moved.ok()).toBe(true);
}

/** Nothing on the page may trouble people who use it with assistance: no serious or critical finding of axe. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
    const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    const found = serious.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${colorScheme} ${id}: ${node.target.join(' ')}`),
    );
    expect(found).toEqual([]);
  }
}
