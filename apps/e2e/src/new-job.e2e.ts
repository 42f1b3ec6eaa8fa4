import { expect, type Page, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATA_FOLDER } from './support/addresses';
import { expectAccessible, fabrikamPerson, nextStep, readList, signIn } from './support/console';
import { crowd, importPeople, scriptToken } from './support/people';
import { OwnService } from './support/service';

/** Their own service: with another limit of people a job, and with people whom other journeys do not expect. */
const FOLDER = join(DATA_FOLDER, '..', 'new-job');
const service = new OwnService(23_121, FOLDER, { FERRY_MAX_RESOURCES_PER_JOB: '125', FERRY_PAST_DATE: 'reject' });
const JOBS = '**/v1.0/solutions/migrations/crossTenantMigrationJobs';

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

test.use({ baseURL: service.address, permissions: ['clipboard-read', 'clipboard-write'] });

test.beforeAll(async ({ playwright }) => {
  rmSync(FOLDER, { recursive: true, force: true });
  await service.start();
  const request = await playwright.request.newContext({ baseURL: service.address });
  await importPeople(request, crowd(numbers(51, 400)));
  await request.dispose();
});
test.afterAll(() => service.end('SIGTERM'));

test('a CSV of 250 people with 6 faults becomes two finished jobs with reports', async ({ page, request }) => {
  test.setTimeout(240_000);
  const token = await scriptToken(request);
  await signIn(page, 'admin@fabrikam.example');
  await openNewJob(page);
  await expectAccessible(page);
  // One of the six is in another job already.
  const busy = await request.post('/v1.0/solutions/migrations/crossTenantMigrationJobs', {
    headers: { authorization: `Bearer ${token}` },
    data: {
      displayName: 'somebody is busy',
      sourceTenantId: '11111111-1111-4111-8111-111111111111',
      completeAfterDateTime: new Date(Date.now() + 86_400_000).toISOString(),
      exchangeSettings: { sourceEndpoint: 'contoso-endpoint', targetDeliveryDomain: 'fabrikam.example' },
      resourceType: 'Users',
      resources: [fabrikamPerson(40)],
    },
  });
  expect(busy.status()).toBe(201);

  const good = [
    ...numbers(1, 39).map((number) => `"Sandbox; ${number}";;${fabrikamPerson(number)}`),
    ...crowd(numbers(51, 255)).map(({ displayName, mail }) => `${displayName};${mail};`),
  ];
  const bad = [
    'Nobody;who@nowhere.example;',
    `Twice;;${fabrikamPerson(3)}`,
    'Blank;crowd 400@fabrikam.example;',
    'Short;;22222222-0000',
    `Busy;;${fabrikamPerson(40)}`,
    `Unmapped;;${fabrikamPerson(41)}`,
  ];
  expect(good.length + bad.length).toBe(250);
  const csv = `\uFEFFName;User principal name;Object id\r\n${[...good, ...bad].join('\r\n')}\r\n`;
  await page
    .getByLabel('Choose a file')
    .setInputFiles({ name: 'wave.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });

  await expect(page.getByText('250 rows read')).toBeVisible();
  await expect(page.getByText('244 people found')).toBeVisible();
  const faults = page.getByRole('region', { name: 'Rows at fault' }).getByRole('listitem');
  await expect(faults).toHaveCount(6);
  for (const [line, fault] of [
    [246, 'Nobody here is called that'],
    [247, 'The same person as in line 4'],
    [248, 'Not a mail address'],
    [249, 'Not an object id and not an address'],
    [250, 'Already in the job somebody is busy'],
    [251, 'Not in the identity map'],
  ] as const) {
    await expect(faults.filter({ hasText: `Line ${line}` }).getByText(fault)).toBeVisible();
  }
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Next: What' }).click();
  await expect(page.getByRole('group', { name: '1 thing to mend' })).toBeFocused();
  await page.getByRole('link', { name: 'Mend, keep or leave out 6 rows at fault.' }).click();
  await expect(page.getByRole('region', { name: 'Rows at fault' })).toBeFocused();
  const blank = page.getByLabel('Id or address in line 248');
  await blank.fill('crowd.400@fabrikam.example');
  await blank.press('Enter');
  await expect(page.getByText('245 people found')).toBeVisible();
  await page.getByRole('button', { name: 'Leave out all 5' }).click();
  await expect(page.getByText('5 rows left out')).toBeVisible();

  await nextStep(page, 'What');
  await expect(page.getByText('This has nowhere to go then, and fails too: Meeting.')).toBeVisible();
  await expectAccessible(page);
  // Files alone, so that 245 people are done in a moment.
  for (const workload of ['Meeting', 'Teams', 'Exchange']) await page.getByLabel(workload).first().uncheck();
  await nextStep(page, 'Checks');
  await expect(page.getByText('Everybody could move as they are.')).toBeVisible();
  await nextStep(page, 'When');
  await page.getByLabel('As soon as synced').check();
  await page.getByLabel('Migrate right away').check();
  await page.getByLabel('Name', { exact: true }).fill('wave');
  await expect(page.getByText('245 people make 2 jobs.')).toBeVisible();
  await page.getByLabel('Name of job 2').fill('wave-2, the rest');
  await nextStep(page, 'Review');
  await expect(page.getByText('wave-1, wave-2, the rest')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Create 2 jobs' }).click();
  await expect(page.getByRole('heading', { name: '2 jobs created' })).toBeFocused();
  await expectAccessible(page);

  const jobs = await page
    .getByRole('link', { name: /^Open wave/ })
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  expect(jobs).toHaveLength(2);
  const moved = await request.post('/api/v1/sandbox/clock', {
    headers: { authorization: `Bearer ${token}` },
    data: { seconds: 300 },
  });
  expect(moved.ok()).toBe(true);
  for (const job of jobs) {
    await page.goto(job);
    await expect(page.locator('.title').getByText('Completed', { exact: true })).toBeVisible({ timeout: 150_000 });
    await page.getByRole('link', { name: 'Report', exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'PDF' }).click(),
    ]);
    expect(
      readFileSync(await download.path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  }
});

test('a draft survives a reload, says so, and can be discarded', async ({ page }) => {
  await signIn(page, 'admin@fabrikam.example');
  await openNewJob(page);
  await readList(page, `${fabrikamPerson(42)}\n${fabrikamPerson(43)}\n${fabrikamPerson(300)}`);
  await expect(page.getByText('3 people found')).toBeVisible();
  await nextStep(page, 'What');
  await page.getByLabel('Target delivery domain').fill('mail.fabrikam.example');
  await page.reload();
  await expect(page.getByText('This is the draft of')).toBeVisible();
  await expect(page.getByLabel('Target delivery domain')).toHaveValue('mail.fabrikam.example');
  await page.getByRole('link', { name: 'Who' }).click();
  await expect(page.getByText('3 people found')).toBeVisible();
  await page.getByRole('button', { name: 'Discard the draft' }).click();
  await page.getByRole('button', { name: 'Discard', exact: true }).click();
  await expect(page.getByText('Drop a CSV file here')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Drop a CSV file here')).toBeVisible();
  await expect(page.getByText('This is the draft of')).toHaveCount(0);
});

test('people with something found are left out, and what is new since the last time is told', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, 'admin@fabrikam.example');
  await openNewJob(page);
  await readList(page, [42, 43, 301].map(fabrikamPerson).join('\n'));
  await expect(page.getByText('3 people found')).toBeVisible();
  await nextStep(page, 'What');
  await nextStep(page, 'Checks');
  await expect(page.getByText('Nobody has checked these people before.')).toBeVisible();
  const licence = page.getByRole('region', { name: 'No Teams licence' }).first();
  await expect(licence.getByText('Oscar Vandermeer').first()).toBeVisible();
  await expect(licence.getByText('Fix:')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(page.getByText(/Since .*: 0 new, 0 gone\./)).toBeVisible();
  await page.getByRole('button', { name: 'Leave out 2 people' }).click();
  await expect(page.getByText('1 person · 1 job')).toBeVisible();
  await licence.getByRole('button', { name: 'Take back Oscar Vandermeer' }).click();
  await expect(page.getByText('2 people · 1 job')).toBeVisible();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBe(0);
});

test('the texts to copy do what the button does', async ({ page, request }) => {
  await signIn(page, 'admin@fabrikam.example');
  await openNewJob(page);
  await toReview(page, [302, 303], "copied by Ann's script");
  const textAs = async (language: string): Promise<string> => {
    await page.getByRole('button', { name: language, exact: true }).click();
    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  expect(await textAs('PowerShell')).toContain('New-MgBetaCrossTenantMigrationJob -BodyParameter $params');
  const headers = { authorization: `Bearer ${await scriptToken(request)}` };
  const statusOf = async (name: string): Promise<string> => {
    const answer = await request.get(
      `/v1.0/solutions/migrations/crossTenantMigrationJobs/${encodeURIComponent(name)}`,
      { headers },
    );
    return ((await answer.json()) as { status: string }).status;
  };
  execFileSync('sh', ['-c', await textAs('curl')]);
  await expect.poll(() => statusOf("copied by Ann's script")).toMatch(/^validate/);

  await page.getByRole('link', { name: 'When' }).click();
  await page.getByLabel('Name', { exact: true }).fill('copied by a program');
  await nextStep(page, 'Review');
  const program = join(__dirname, '..', 'copied.mts');
  try {
    writeFileSync(program, await textAs('TypeScript'));
    execFileSync('node', [program]);
  } finally {
    rmSync(program, { force: true });
  }
  await expect.poll(() => statusOf('copied by a program')).toMatch(/^validate/);
});

test('jobs that are there are not created again, whatever happens to the others', async ({ page, request }) => {
  await signIn(page, 'admin@fabrikam.example');
  await openNewJob(page);
  await toReview(page, numbers(310, 315), 'thirds', '2');
  let requests = 0;
  await page.route(JOBS, async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    requests += 1;
    // The second is created, but its answer is lost.
    if (requests !== 2) return route.continue();
    await route.fetch();
    return route.abort();
  });
  await page.getByRole('button', { name: 'Create 3 jobs' }).click();
  await expect(page.getByRole('heading', { name: '1 of 3 jobs created' })).toBeFocused();
  await expect(page.getByText('No answer: it may exist')).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await page.getByRole('button', { name: 'Go on with 2 jobs' }).click();
  await expect(page.getByRole('heading', { name: '3 jobs created' })).toBeFocused();
  const headers = { authorization: `Bearer ${await scriptToken(request)}` };
  const filter = "$filter=startswith(displayName,'thirds')&$count=true";
  const listed = await request.get(`/v1.0/solutions/migrations/crossTenantMigrationJobs?${filter}`, { headers });
  const { value } = (await listed.json()) as { value: { displayName: string }[] };
  expect(value.map(({ displayName }) => displayName).sort()).toEqual(['thirds-1', 'thirds-2', 'thirds-3']);
});

test('people are picked from the directory, and a directory that does not answer says so', async ({ page }) => {
  await signIn(page, 'admin@fabrikam.example');
  await page.route('**/people?**', (route) => route.abort());
  await openNewJob(page);
  await page.getByRole('button', { name: 'From the directory' }).click();
  await expect(page.getByText('The directory cannot be read')).toBeVisible();
  await page.unroute('**/people?**');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('searchbox', { name: 'Search people' }).fill('crowd.32');
  await expect(page.getByRole('checkbox')).toHaveCount(10);
  await page.getByRole('button', { name: 'Choose everybody found' }).click();
  await expect(page.getByText('10 chosen')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('searchbox', { name: 'Search people' }).fill('no such person');
  await expect(page.getByText('Nobody is called that')).toBeVisible();
});

test('somebody who may only read learns why there is nothing to write', async ({ page }) => {
  await signIn(page, 'reader@fabrikam.example');
  await page.goto('/jobs/new');
  await expect(page.getByText('You may look at jobs, but not create any')).toBeVisible();
  await expectAccessible(page);
});

async function openNewJob(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'New job' }).click();
  await expect(page.getByRole('heading', { name: 'Who moves' })).toBeVisible();
}

/** Through all steps to the review, with the date as it is proposed. */
async function toReview(page: Page, people: readonly number[], name: string, perJob = ''): Promise<void> {
  await readList(page, people.map(fabrikamPerson).join('\n'));
  await expect(page.getByText(`${people.length} people found`)).toBeVisible();
  for (const step of ['What', 'Checks', 'When']) await nextStep(page, step);
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('People a job, at most').fill(perJob);
  await nextStep(page, 'Review');
}
