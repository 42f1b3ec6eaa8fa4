import { API_ROUTES, Preflight, SandboxTroubleKind, SandboxPrerequisite } from '@ferry/contracts';
import { CONTOSO_ID, FABRIKAM_ID, NORTHWIND_ID } from '../src/sandbox/sandbox-directory';
import { asContract } from './support/contract-answer';
import { drive } from './support/driven-jobs';
import { errorOf, TestApi } from './support/test-api';
import { fabrikamPerson } from './support/test-service';

const ADDRESS = `/${API_ROUTES.preflight(FABRIKAM_ID)}`;

describe('A pre-flight', () => {
  let api: TestApi;

  beforeEach(async () => {
    api = await TestApi.start({ FERRY_MAX_RESOURCES_PER_JOB: '60' });
  });
  afterEach(() => api.destroy());

  const run = async (more: object = {}) => {
    const answer = await api.post(ADDRESS, {
      body: { sourceTenantId: CONTOSO_ID, sourceEndpoint: 'contoso-endpoint', ...more },
    });
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return asContract(Preflight, answer.json());
  };
  const inWords = ({ findings }: Preflight) =>
    findings.map(({ personId, service, code, change }) => `${Number(personId.slice(-3))} ${service} ${code} ${change}`);

  it('finds for everybody what a validation would find, with the evidence, before any job exists', async () => {
    const preflight = await run();
    expect(preflight).toMatchObject({ people: 50, ready: 47, previousDateTime: null, gone: [] });
    expect(new Set(preflight.findings.map(({ personId, code }) => `${Number(personId.slice(-3))} ${code}`))).toEqual(
      new Set(['41 CTM-100', '42 CTTM-005', '42 TMS-003', '43 MIGR-002']),
    );
    for (const { evidence } of preflight.findings) expect(evidence).not.toBe('');
    const mapping = preflight.checks.find(({ check }) => check === 'identityMapping');
    expect(mapping).toMatchObject({ level: 'person', passed: 49, failed: 1 });
    const trust = preflight.checks.find(({ check }) => check === 'sourceTenant');
    expect(trust).toMatchObject({ level: 'tenant', passed: 50, failed: 0 });
  });

  it('says what is new, what stayed and what is gone since the time before', async () => {
    const people = [1, 41].map(fabrikamPerson);
    const workloads = ['Teams'];
    expect(inWords(await run({ people, workloads }))).toEqual(['41 Teams CTM-100 new']);
    const unmet = { kind: SandboxTroubleKind.Unmet, prerequisite: SandboxPrerequisite.SipAddress };
    await drive(api, [{ ...unmet, personId: fabrikamPerson(1) }]);
    const second = await run({ people, workloads });
    expect(inWords(second)).toEqual(['1 Teams CTTM-018 new', '41 Teams CTM-100 unchanged']);
    expect(second.previousDateTime).not.toBeNull();
    await drive(api, []);
    const third = await run({ people, workloads });
    expect(inWords(third)).toEqual(['41 Teams CTM-100 unchanged']);
    expect(third.gone).toMatchObject([{ personId: fabrikamPerson(1), code: 'CTTM-018', change: 'gone' }]);
    expect(third.comparison).toEqual({ new: 0, unchanged: 1, gone: 1 });
    expect((await run({ people: [fabrikamPerson(2)], workloads })).gone).toEqual([]);
    expect((await run({ people, workloads, sourceEndpoint: 'none' })).previousDateTime).toBeNull();
  });

  it('compares a crowd that is checked in parts person by person', async () => {
    const workloads = ['Teams'];
    const parts = [[41], [1, 42]].map((numbers) => numbers.map(fabrikamPerson));
    for (const people of parts) await run({ people, workloads });
    expect(inWords(await run({ people: parts[0], workloads }))).toEqual(['41 Teams CTM-100 unchanged']);
    const all = await run({ people: parts.flat(), workloads });
    expect(all.comparison).toEqual({ new: 0, unchanged: all.findings.length, gone: 0 });
  });

  it('knows who is in an active job, and which tenants and endpoints are not registered', async () => {
    const job = await api.create([5]);
    const busy = await run({ people: [fabrikamPerson(5)], workloads: ['ODSP'] });
    expect(busy.findings).toMatchObject([{ code: 'CTM-002', evidence: expect.stringContaining(job.displayName) }]);
    const unknown = await run({ people: [fabrikamPerson(6)], workloads: ['Exchange'], sourceTenantId: NORTHWIND_ID });
    expect(unknown.findings.map(({ code }) => code)).toEqual(['CTTM-014']);
    const endpoint = await run({ people: [fabrikamPerson(6)], workloads: ['Exchange'], sourceEndpoint: 'none' });
    expect(endpoint.findings.map(({ code }) => code)).toEqual(['EXCH-07']);
    const nobody = await run({ people: ['99999999-0000-4000-8000-000000000001'], workloads: ['Exchange'] });
    expect(nobody.findings.map(({ code }) => code)).toEqual(['CTTM-015']);
  });

  it('is refused for more people than a job may have, and for nobody', async () => {
    const people = Array.from({ length: 61 }, (_, index) => fabrikamPerson(index + 1));
    const many = await api.post(ADDRESS, { body: { sourceTenantId: CONTOSO_ID, people } });
    expect([many.statusCode, errorOf(many).details?.[0]]).toMatchObject([422, { code: 'maxThresholdFailed' }]);
    const none = await api.post(ADDRESS, { body: { sourceTenantId: CONTOSO_ID, people: [] } });
    expect(none.statusCode).toBe(422);
    const elsewhere = await api.post(`/${API_ROUTES.preflight(CONTOSO_ID)}`, { body: { sourceTenantId: CONTOSO_ID } });
    expect(elsewhere.statusCode).toBe(409);
  });
});
