import { expect, type APIRequestContext } from '@playwright/test';
import { fabrikamPerson } from './console';

const FABRIKAM = '22222222-2222-4222-8222-222222222222';
const CONTOSO = '11111111-1111-4111-8111-111111111111';
const JOBS = 'v1.0/solutions/migrations/crossTenantMigrationJobs';
/** Requests that are under way at the same time. */
const AT_ONCE = 8;

/** Somebody who uses the contract with the token of the sandbox's application, to prepare what a journey looks at. */
export class ContractCaller {
  private constructor(
    private readonly request: APIRequestContext,
    private readonly address: string,
    private readonly token: string,
  ) {}

  static async of(request: APIRequestContext, address = ''): Promise<ContractCaller> {
    const form = { grant_type: 'client_credentials', client_id: 'ferry-admin', client_secret: 'sandbox' };
    const granted = await request.post(`${address}/${FABRIKAM}/oauth2/v2.0/token`, { form });
    return new ContractCaller(request, address, ((await granted.json()) as { access_token: string }).access_token);
  }

  /** Creates a job for some of Fabrikam's people by number; its id. */
  async create(name: string, people: readonly number[], more: object = {}): Promise<string> {
    const data = {
      displayName: name,
      sourceTenantId: CONTOSO,
      completeAfterDateTime: new Date(Date.now() + 3_600_000).toISOString(),
      resourceType: 'Users',
      workloads: ['Exchange', 'ODSP', 'Teams', 'Meeting'],
      resources: people.map(fabrikamPerson),
      exchangeSettings: { sourceEndpoint: 'contoso-endpoint', targetDeliveryDomain: 'fabrikam.example' },
      ...more,
    };
    return (await this.send<{ id: string }>('post', JOBS, data)).id;
  }

  /** Creates as many jobs, which do nothing. */
  async createMany(count: number, nameOf: (number: number) => string): Promise<void> {
    for (let from = 1; from <= count; from += AT_ONCE) {
      const numbers = Array.from({ length: Math.min(AT_ONCE, count - from + 1) }, (_, index) => from + index);
      await Promise.all(numbers.map((number) => this.create(nameOf(number), [1 + (number % 40)])));
    }
  }

  async act(id: string, action: 'validate' | 'migrate' | 'cancel'): Promise<void> {
    await this.send('post', `${JOBS}/${id}/${action}`);
  }

  async delete(id: string): Promise<void> {
    await this.send('delete', `${JOBS}/${id}`);
  }

  private async send<T>(method: 'post' | 'delete', route: string, data?: object): Promise<T> {
    const headers = { authorization: `Bearer ${this.token}` };
    const answer = await this.request[method](`${this.address}/${route}`, { headers, ...(data ? { data } : {}) });
    expect(answer.ok(), await answer.text()).toBe(true);
    return (await answer.json().catch(() => undefined)) as T;
  }
}
