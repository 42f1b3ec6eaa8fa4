import { API_ROUTES, ErrorEntry, ErrorEntryCollection, Workload } from '@ferry/contracts';
import { catalogueEntries, ERROR_CATALOGUE } from '@ferry/domain';
import { asContract } from './support/contract-answer';
import { errorOf, TestApi } from './support/test-api';

describe('The error catalogue', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await TestApi.start();
  });
  afterAll(() => api.destroy());

  const list = async (query = '') => {
    const answer = await api.get(`/${API_ROUTES.errors}${query}`, { as: 'reader' });
    return asContract(ErrorEntryCollection, answer.json()).value;
  };
  const explain = async (code: string, query = '') => {
    const answer = await api.get(`/${API_ROUTES.error(code)}${query}`, { as: 'reader' });
    return asContract(ErrorEntry, answer.json());
  };

  it('lists every entry once, and explains each of them alone in the same words', async () => {
    const entries = await list();
    expect(entries.map(({ code, variant }) => [code, variant])).toEqual(
      catalogueEntries().map(({ code, variant }) => [code, variant ?? null]),
    );
    for (const entry of entries) {
      const query = entry.variant === null ? '' : '?service=Meeting';
      expect(await explain(entry.code, query)).toEqual(entry);
    }
  });

  it('says of a code what it means, what can be shown for it, and who does what about it', async () => {
    expect(await explain('MnATargetUserIsNotSpoEnabled')).toEqual({
      ...ERROR_CATALOGUE.MnATargetUserIsNotSpoEnabled,
      variant: null,
      alsoSeenAs: [],
      raisedBy: [],
    });
    expect(await explain('CTTM-005')).toMatchObject({ raisedBy: ['check'], listedBecause: null, workloads: ['Teams'] });
  });

  it('lists what can stand at a workload, in its words there, and what somebody can mend', async () => {
    const ofMeetings = await list('?service=meeting');
    expect(ofMeetings.every(({ workloads }) => workloads.includes(Workload.Meeting))).toBe(true);
    expect(ofMeetings.filter(({ code }) => code === 'MIGR-003').map(({ variant }) => variant)).toEqual(['meeting']);
    expect(ofMeetings.map(({ code }) => code)).toEqual(expect.arrayContaining(['MMS-011', 'CTM-100', 'CTTM-014']));
    expect(ofMeetings.map(({ code }) => code)).not.toContain('EXCH-07');
    const mended = await list('?who=licenceadmin&service=Teams');
    expect(mended.map(({ code }) => code)).toEqual(['CTTM-005', 'QuotaExceeded']);
  });

  it.each([
    ['?service=Mail', 'service'],
    ['?who=nobody', 'who'],
    ['?who=user&who=operator', 'who'],
  ])('refuses %s by name', async (query, target) => {
    const answer = await api.get(`/${API_ROUTES.errors}${query}`);
    expect([answer.statusCode, errorOf(answer).target]).toEqual([400, target]);
  });

  it.each(['CTM-999', 'ctm-100', 'toString', '__proto__', '%00'])('does not know %s', async (code) => {
    const answer = await api.get(`/${API_ROUTES.error(code)}`);
    expect([answer.statusCode, errorOf(answer).code]).toEqual([404, 'NotFound']);
  });
});
