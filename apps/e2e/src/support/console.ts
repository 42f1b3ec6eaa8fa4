import { AxeBuilder } from '@axe-core/playwright';
import { expect, type APIRequestContext, type Page } from '@playwright/test';

const CONTOSO = '11111111-1111-4111-8111-111111111111';
const FABRIKAM = '22222222-2222-4222-8222-222222222222';

/** Object id of one of Fabrikam's people, by number. */
export function fabrikamPerson(number: number): string {
  return `22222222-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** Signs in through the issuer's page as one of the people of the sandbox, and ends at the overview. */
export async function signIn(page: Page, upn: string, address = '/'): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: /sign in/i }).click();
  await page.getByRole('link', { name: upn }).click();
  await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible();
}

/** Goes through the steps of a new job for people by number, to be cut over as soon as possible; ends at the job's page. */
export async function createJob(page: Page, name: string, people: readonly number[]): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'New job' }).click();
  await readList(page, people.map(fabrikamPerson).join('\n'));
  const keep = page.getByRole('button', { name: 'Keep those who may stay' });
  const found = page.getByText(people.length === 1 ? '1 person found' : `${people.length} people found`, {
    exact: true,
  });
  await expect(keep.or(found).first()).toBeVisible();
  if (await keep.isVisible()) await keep.click();
  await expect(found).toBeVisible();
  await nextStep(page, 'What');
  await nextStep(page, 'Checks');
  await expect(page.getByText('Every check that was made')).toBeVisible();
  await nextStep(page, 'When');
  await page.getByLabel('As soon as synced').check();
  await page.getByLabel('Only create').check();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await nextStep(page, 'Review');
  await page.getByRole('button', { name: 'Create job', exact: true }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
}

/** Reads a pasted list of people in the first step of a new job. */
export async function readList(page: Page, text: string): Promise<void> {
  await page.getByLabel('Or paste a list').fill(text);
  await page.getByRole('button', { name: 'Read the list' }).click();
}

/** To the next step of a new job, which gets the focus at its heading. */
export async function nextStep(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: `Next: ${label}` }).click();
  await expect(page.getByRole('link', { name: label }).and(page.locator('[aria-current=step]'))).toBeVisible();
  await expect(page.locator('#step-heading')).toBeFocused();
}

/** Waits until the pill beside the title of a job's page says a word. */
export async function expectStatus(page: Page, word: string): Promise<void> {
  await expect(page.locator('.title').getByText(word, { exact: true })).toBeVisible({ timeout: 60_000 });
}

/** The headers of an application that may do everything at Fabrikam. */
async function asAdministrator(request: APIRequestContext): Promise<{ authorization: string }> {
  const form = { grant_type: 'client_credentials', client_id: 'ferry-admin', client_secret: 'sandbox' };
  const granted = await request.post(`/${FABRIKAM}/oauth2/v2.0/token`, { form });
  const { access_token: token } = (await granted.json()) as { access_token: string };
  return { authorization: `Bearer ${token}` };
}

/** What time it is for the service. */
async function serviceTime(request: APIRequestContext): Promise<number> {
  const session = await request.get('/api/v1/session', { headers: await asAdministrator(request) });
  return Date.parse(((await session.json()) as { now: string }).now);
}

/** Creates a job by the contract, to be cut over after so many hours. */
export async function createJobByContract(
  request: APIRequestContext,
  displayName: string,
  people: readonly number[],
  hours: number,
): Promise<void> {
  const data = {
    displayName,
    sourceTenantId: CONTOSO,
    completeAfterDateTime: new Date((await serviceTime(request)) + hours * 3_600_000).toISOString(),
    exchangeSettings: { sourceEndpoint: 'contoso-endpoint', targetDeliveryDomain: 'fabrikam.example' },
    workloads: ['Exchange', 'ODSP', 'Teams', 'Meeting'],
    resourceType: 'Users',
    resources: people.map(fabrikamPerson),
  };
  const headers = await asAdministrator(request);
  const created = await request.post('/v1.0/solutions/migrations/crossTenantMigrationJobs', { headers, data });
  expect(created.status()).toBe(201);
}

/** Moves the clock of the sandbox ahead, so that nobody has to wait for a cutover. */
export async function advanceClock(request: APIRequestContext, seconds: number): Promise<void> {
  const headers = await asAdministrator(request);
  const moved = await request.post('/api/v1/sandbox/clock', { headers, data: { seconds } });
  expect(moved.ok()).toBe(true);
}

const LOOKS = [
  { name: 'light', media: { colorScheme: 'light', contrast: 'no-preference' } },
  { name: 'dark', media: { colorScheme: 'dark', contrast: 'no-preference' } },
  { name: 'light, high contrast', media: { colorScheme: 'light', contrast: 'more' } },
  { name: 'dark, high contrast', media: { colorScheme: 'dark', contrast: 'more' } },
] as const;

/**
 * Nothing on the page may trouble people who use it with assistance: no finding of axe, by WCAG or by what is known to help.
 * Another look is other colours and nothing else, so only the first one is asked about everything.
 */
export async function expectAccessible(page: Page): Promise<void> {
  for (const { name, media } of LOOKS) {
    await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
    await untilPainted(page);
    const axe = new AxeBuilder({ page });
    if (name === 'light') axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
    else axe.withRules(['color-contrast', 'link-in-text-block']);
    const { violations } = await axe.analyze();
    const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${name} ${id}: ${node.target.join(' ')}`));
    expect(found).toEqual([]);
  }
}

/** Waits until the page is painted as it is asked for, with no colour on its way from another. */
async function untilPainted(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await nextFrame();
    await nextFrame();
    const transitions = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    await Promise.allSettled(transitions.map(({ finished }) => finished));
  });
}
