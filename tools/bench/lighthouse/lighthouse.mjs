import { SEEDED_JOB, seedLargeJob, seedPeople } from '../console/seed.mjs';
import { median, rounded } from '../measure/figures.mjs';
import { threshold } from '../measure/result.mjs';
import { pglite } from '../service/databases.mjs';
import { FABRIKAM, startService } from '../service/service.mjs';
import { openForLighthouse, signInTab } from './chromium.mjs';
import { CATEGORIES, measureQuality } from './quality.mjs';

/** One of those of whom something failed, so that the page has most to show. */
const PERSON = '22222222-0001-4000-8000-000000000017';

const PAGES = {
  overview: '/overview',
  jobs: '/jobs',
  job: `/jobs/${SEEDED_JOB}`,
  person: `/jobs/${SEEDED_JOB}/people/${PERSON}`,
  report: `/jobs/${SEEDED_JOB}/report`,
  'new-job': '/jobs/new',
  tenants: '/tenants',
  tenant: `/tenants/${FABRIKAM}`,
  people: `/tenants/${FABRIKAM}/people`,
  reports: '/reports',
  approvals: '/approvals',
  audit: '/audit',
  settings: '/settings',
};

/** What Lighthouse says of each page behind the sign-in, where there is a job of 2,000 people. */
export async function lighthouse({ quick }) {
  const place = await (await pglite()).place();
  await place.fill([seedPeople, seedLargeJob]);
  const service = await startService(place);
  const browser = await openForLighthouse();
  try {
    const tab = await browser.newPage();
    await signInTab(tab, service.address);
    const results = [];
    for (const [page, path] of Object.entries(PAGES)) {
      const rounds = [];
      for (let round = 0; round < (quick ? 1 : 3); round += 1) {
        rounds.push(await measureQuality(tab, `${service.address}${path}`));
      }
      results.push(...resultsOf(page, rounds));
    }
    return results;
  } finally {
    await browser.close();
    await service.stop();
    await place.remove();
  }
}

function resultsOf(page, rounds) {
  return Object.entries(CATEGORIES).map(([category, goal]) => {
    const found = [...new Set(rounds.flatMap((round) => round.found[category]))];
    const details = category === 'performance' ? figuresOf(rounds) : { found };
    const scores = rounds.map((round) => round.scores[category]);
    return threshold({ name: `${page}-${category}`, goal, unit: 'of 100', details }, scores);
  });
}

const figuresOf = (rounds) =>
  Object.fromEntries(
    Object.keys(rounds[0].figures).map((name) => [name, rounded(median(rounds.map(({ figures }) => figures[name])))]),
  );
