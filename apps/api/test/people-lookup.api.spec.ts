import { API_ROUTES, PeopleLookup } from '@ferry/contracts';
import { CONTOSO_ID, FABRIKAM_ID } from '../src/sandbox/sandbox-directory';
import { asContract } from './support/contract-answer';
import { errorOf, TestApi } from './support/test-api';
import { fabrikamPerson } from './support/test-service';

const ANN = { id: fabrikamPerson(1), displayName: 'Ann Beebe', mail: 'ann.beebe@fabrikam.example' };

describe('A look-up of people', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await TestApi.start();
  });
  afterAll(() => api.destroy());

  const ask = (names: readonly unknown[], tenant = FABRIKAM_ID) =>
    api.post(`/${API_ROUTES.peopleLookup(tenant)}`, { body: { names } });
  const lookUp = async (...names: string[]) => asContract(PeopleLookup, (await ask(names)).json()).value;

  it('finds people by object id and by the address in either tenant, in any letter case', async () => {
    const [byId, byMail, bySource, nobody] = await lookUp(
      ANN.id.toUpperCase(),
      'Ann.Beebe@fabrikam.example',
      'ann.beebe@contoso.example',
      'who@nowhere.example',
    );
    for (const match of [byId, byMail, bySource]) {
      expect(match?.people).toMatchObject([{ ...ANN, identityMapping: 'completed', activeJob: null }]);
    }
    expect(byMail?.name).toBe('Ann.Beebe@fabrikam.example');
    expect(nobody).toEqual({ name: 'who@nowhere.example', people: [] });
  });

  it('says who has no identity mapping and who is in an active job', async () => {
    const job = await api.create([5]);
    const [unmapped, busy] = await lookUp(fabrikamPerson(41), fabrikamPerson(5));
    expect(unmapped?.people).toMatchObject([{ identityMapping: 'missing', sourceMail: null }]);
    expect(busy?.people).toMatchObject([{ activeJob: job.displayName }]);
  });

  it('shows everybody who shares an address', async () => {
    const people = [201, 202].map((number) => ({
      id: fabrikamPerson(number),
      displayName: `Twin ${number}`,
      mail: 'twin@fabrikam.example',
    }));
    await api.post(`/${API_ROUTES.peopleImport(FABRIKAM_ID)}`, { body: people });
    const [twins] = await lookUp('twin@fabrikam.example');
    expect(twins?.people.map(({ id }) => id)).toEqual(people.map(({ id }) => id));
  });

  it('knows nobody of a source tenant, and refuses what is no list of names', async () => {
    expect(asContract(PeopleLookup, (await ask(['x'], CONTOSO_ID)).json()).value).toEqual([{ name: 'x', people: [] }]);
    for (const [names, status, target] of [
      [[], 422, 'names'],
      [[''], 422, 'names[0]'],
      [[1], 400, 'names[0]'],
    ] as const) {
      const refused = await ask(names);
      expect([refused.statusCode, errorOf(refused).details?.[0]?.target]).toEqual([status, target]);
    }
  });
});
