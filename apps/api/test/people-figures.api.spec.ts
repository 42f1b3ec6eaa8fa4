import { API_ROUTES, PeopleFigures, Tenant } from '@ferry/contracts';
import { CONTOSO_ID, FABRIKAM_ID } from '../src/sandbox/sandbox-directory';
import { asContract } from './support/contract-answer';
import { TestApi } from './support/test-api';
import { fabrikamPerson } from './support/test-service';

describe('What is known of a tenant', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await TestApi.start();
  });
  afterAll(() => api.destroy());

  const figuresOf = async (tenant: string) =>
    asContract(PeopleFigures, (await api.get(`/${API_ROUTES.peopleSummary(tenant)}`, { as: 'reader' })).json());

  it('is how many of its people are mapped and have licences', async () => {
    const all = { people: 50, mapped: 49, inScopeGroup: 49, exchangePlan: 50, teamsLicence: 49, oneDriveLicence: 50 };
    expect({ ...(await figuresOf(FABRIKAM_ID)) }).toEqual(all);
  });

  it('is nobody of a source, which keeps its people to itself', async () => {
    const none = { people: 0, mapped: 0, inScopeGroup: 0, exchangePlan: 0, teamsLicence: 0, oneDriveLicence: 0 };
    expect({ ...(await figuresOf(CONTOSO_ID)) }).toEqual(none);
  });

  it('is what the checks look at in the tenant itself', async () => {
    const tenant = asContract(Tenant, (await api.get(`/${API_ROUTES.tenant(CONTOSO_ID)}`)).json());
    expect(tenant.prerequisites).toHaveLength(10);
    expect(tenant.prerequisites).toContainEqual({ name: 'organizationRelationship', met: true });
  });

  it('comes back in the sandbox when somebody has deleted it', async () => {
    const person = `/${API_ROUTES.tenantPerson(FABRIKAM_ID, fabrikamPerson(3))}`;
    const before = (await api.get(person)).json();
    expect((await api.delete(person)).statusCode).toBe(204);
    expect((await figuresOf(FABRIKAM_ID)).people).toBe(49);
    expect((await api.post(`/${API_ROUTES.sandboxSeed}`)).statusCode).toBe(204);
    expect((await api.get(person)).json()).toEqual(before);
  });
});
