import { SEEDED_PEOPLE } from './seed.mjs';

/** Opens the page of a job of 2,000 people; the seconds until its first rows are there. */
export async function openGrid(page, address, job) {
  const opened = performance.now();
  await page.goto(`${address}/jobs/${job}`);
  const table = page.getByRole('table', { name: 'People by workloads' });
  await table.getByRole('row').nth(5).waitFor();
  const seconds = (performance.now() - opened) / 1000;
  const rows = Number(await table.getAttribute('aria-rowcount'));
  if (rows !== SEEDED_PEOPLE + 1) throw new Error(`The grid shows ${rows} rows.`);
  return seconds;
}
