import {
  API_ROUTES,
  type CrossTenantMigrationJob,
  JobReport,
  JobStatus,
  type PersonReport,
  ReportEntryCollection,
} from '@ferry/contracts';
import { extractText, getDocumentProxy } from 'unpdf';
import { asContract } from './support/contract-answer';
import { errorOf, JOBS, TestApi } from './support/test-api';

/** The records of a CSV text without line breaks in cells. */
const recordsOf = (csv: string) =>
  csv
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n')
    .map((line) => [...`${line},`.matchAll(/("(?:[^"]|"")*"|[^,]*),/g)].map(([, cell = '']) => cell));

describe('Reports', () => {
  let api: TestApi;
  let job: CrossTenantMigrationJob;
  const NAME = '=cmd|calc!A1 Überführung';

  beforeAll(async () => {
    api = await TestApi.start();
    const more = { displayName: NAME, jobType: 'migrate', completeAfterDateTime: api.inMinutes(60) };
    job = await api.create([1, 47], more);
    await api.until(job.id, JobStatus.InProgress);
    await api.advance(61);
    await api.until(job.id, JobStatus.Completed);
  });
  afterAll(() => api.destroy());

  const report = (id: string, query = '') => `/${API_ROUTES.jobReport(id)}${query}`;
  const keptReport = (id: string, query = '') => `/${API_ROUTES.report(id)}${query}`;
  const listed = async (query = '') =>
    asContract(ReportEntryCollection, (await api.get(`/${API_ROUTES.reports}${query}`)).json());
  async function remove(id: string): Promise<void> {
    expect((await api.delete(`${JOBS}/${id}`)).statusCode).toBe(202);
    await api.untilSeen(id, async () => ((await api.get(`${JOBS}/${id}`)).statusCode === 404 ? true : null));
  }
  const folders = (people: readonly PersonReport[]) =>
    people.flatMap(({ services }) => services.flatMap((service) => service.folders));

  it('say in JSON what became of each folder, and of each workload as the sum of its folders', async () => {
    const answer = await api.get(report(job.id));
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    const { people, totals, ...head } = asContract(JobReport, answer.json());
    expect(head).toMatchObject({
      displayName: NAME,
      status: 'completed',
      sourceTenant: 'Contoso',
      targetTenant: 'Fabrikam',
    });
    expect(people).toHaveLength(2);
    for (const { services } of people) {
      for (const service of services) {
        const sum = (member: 'found' | 'copied' | 'skipped' | 'bytes') =>
          service.folders.reduce((total, folder) => total + folder[member], 0);
        const { found, copied, skipped, bytes } = service;
        expect({ found, copied, skipped, bytes }).toEqual({
          found: sum('found'),
          copied: sum('copied'),
          skipped: sum('skipped'),
          bytes: sum('bytes'),
        });
        expect(service.verification).toMatchObject({ compared: found - skipped, missing: 0, different: 0 });
        expect(service.itemsPerSecond).toBeGreaterThan(0);
      }
    }
    const mail = totals.find(({ service }) => service === 'Exchange');
    expect(mail).toMatchObject({ people: 2, verifiedPeople: 2, skipped: 3, missing: 0 });
  });

  it('are a table in CSV, in which no cell is a formula', async () => {
    const answer = await api.get(report(job.id), { headers: { accept: 'text/csv' } });
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      vary: expect.stringMatching(/accept/i),
    });
    expect(answer.headers['content-disposition']).toMatch(
      /^attachment; filename="=cmd calc!A1 Uberfuhrung report [\d-]{10}\.csv"; filename\*=UTF-8''%3Dcmd%20calc%21A1%20%C3%9C/,
    );
    expect(answer.body.startsWith('\uFEFFjob_id,job_name,person_id,')).toBe(true);
    const [columns = [], ...rows] = recordsOf(answer.body);
    const { people } = asContract(JobReport, (await api.get(report(job.id))).json());
    expect(rows).toHaveLength(folders(people).length);
    for (const row of rows) expect(row).toHaveLength(columns.length);
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^"?[=+\-@\t]/);
    expect(rows[0]?.[columns.indexOf('job_name')]).toBe(`'${NAME}`);
    const found = rows.reduce((sum, row) => sum + Number(row[columns.indexOf('found')]), 0);
    expect(found).toBe(folders(people).reduce((sum, folder) => sum + folder.found, 0));
    const reasons = rows.map((row) => row[columns.indexOf('skipped_reasons')]).filter((reason) => reason !== '');
    expect(reasons.join(' ')).toContain('x ItemTooLarge: ');
  });

  it('can be printed', async () => {
    const answer = await api.get(report(job.id, '?format=pdf'));
    expect(answer.headers['content-type']).toBe('application/pdf');
    expect(answer.headers['content-disposition']).toContain('.pdf"');
    const document = await getDocumentProxy(new Uint8Array(answer.rawPayload));
    const { text } = await extractText(document, { mergePages: true });
    expect(text).toContain(`Report of ${NAME}`);
    expect(text).toContain('ItemTooLarge');
  });

  it('refuse a form that there is not, and a client that takes none', async () => {
    const unknown = await api.get(report(job.id, '?format=xlsx'));
    expect([unknown.statusCode, errorOf(unknown).target]).toEqual([400, 'format']);
    const picky = await api.get(report(job.id), { headers: { accept: 'image/png' } });
    expect([picky.statusCode, errorOf(picky).code]).toEqual([406, 'NotAcceptable']);
  });

  it('are made anew when a verification is asked for', async () => {
    const before = asContract(JobReport, (await api.get(report(job.id))).json());
    await api.advance(5);
    const asked = await api.post(`/${API_ROUTES.jobVerification(job.id)}`);
    expect([asked.statusCode, asked.json()]).toMatchObject([202, { job: { id: job.id, status: 'completed' } }]);
    const verified = await api.untilSeen(job.id, async () => {
      const { totals } = asContract(JobReport, (await api.get(report(job.id))).json());
      return totals.every(({ verifyingPeople }) => verifyingPeople === 0) ? totals : null;
    });
    expect(verified.map(({ missing }) => missing)).toEqual(before.totals.map(() => 0));
    const after = asContract(JobReport, (await api.get(report(job.id))).json());
    const timeOf = ({ people }: JobReport) => people[0]?.services[0]?.verification?.endDateTime.getTime() ?? 0;
    expect(timeOf(after)).toBeGreaterThan(timeOf(before));
  });

  it('are kept when their jobs are deleted, in the same three forms, for their tenant alone', async () => {
    const before = asContract(JobReport, (await api.get(report(job.id))).json());
    expect((await listed()).value).toMatchObject([
      { id: job.id, status: 'completed', people: 2, verification: 'verified', keptDateTime: null },
    ]);
    await remove(job.id);
    expect((await api.get(report(job.id))).statusCode).toBe(404);
    const { value } = await listed();
    expect(value).toMatchObject([
      {
        id: job.id,
        displayName: NAME,
        status: 'completed',
        people: 2,
        verification: 'verified',
        expiresDateTime: null,
      },
    ]);
    const after = asContract(JobReport, (await api.get(keptReport(job.id))).json());
    expect({ ...after, createdDateTime: 0 }).toEqual({ ...before, createdDateTime: 0 });
    const csv = await api.get(keptReport(job.id, '?format=csv'));
    expect(recordsOf(csv.body)).toHaveLength(folders(before.people).length + 1);
    const pdf = await api.get(keptReport(job.id), { headers: { accept: 'application/pdf' } });
    expect(pdf.body.startsWith('%PDF-1.7')).toBe(true);

    expect((await api.get(keptReport(job.id), { as: 'northwind' })).statusCode).toBe(404);
    expect((await api.get(`/${API_ROUTES.reports}`, { as: 'northwind' })).json()).toEqual({ value: [] });
    expect((await api.get(keptReport('no-guid'))).statusCode).toBe(404);
  });

  it('are listed in pages with those of deleted jobs, latest ended first, and found by a part of a name', async () => {
    const ids = [job.id];
    for (const person of [2, 3]) {
      const { id } = await api.create([person]);
      await api.act(id, 'cancel');
      await api.until(id, JobStatus.Cancelled);
      await api.advance(1);
      await remove(id);
      ids.unshift(id);
    }
    const first = await listed('?top=2');
    expect(first.value.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    const { pathname, search } = new URL(first.nextLink ?? '');
    const last = asContract(ReportEntryCollection, (await api.get(pathname + search)).json());
    expect(last.value.map(({ id }) => id)).toEqual(ids.slice(2));
    expect(last.nextLink).toBeUndefined();
    expect((await api.get(`/${API_ROUTES.reports}?top=0`)).statusCode).toBe(400);

    const { id, displayName } = await api.create([4]);
    expect((await listed()).value).toHaveLength(3);
    await api.act(id, 'cancel');
    await api.until(id, JobStatus.Cancelled);
    const there = { id, status: 'cancelled', verification: 'none', people: 1, keptDateTime: null };
    expect((await listed('?top=1')).value).toMatchObject([there]);
    expect((await listed(`?search=${encodeURIComponent(displayName.toUpperCase())}`)).value).toMatchObject([there]);
    expect((await listed('?search=%C3%9CBERF')).value.map((found) => found.id)).toEqual([job.id]);
    expect((await listed('?search=nobody')).value).toEqual([]);
  });
});
