import { type APIRequestContext, expect } from '@playwright/test';
import { fabrikamPerson } from './console';

const CONTOSO = '11111111-1111-4111-8111-111111111111';
const FABRIKAM = '22222222-2222-4222-8222-222222222222';

/** A caller of the contract with the token of the sandbox's application. */
export class Caller {
  constructor(
    private readonly request: APIRequestContext,
    private readonly address: string,
    private readonly token: string,
  ) {}

  static async of(request: APIRequestContext, address: string): Promise<Caller> {
    const form = { grant_type: 'client_credentials', client_id: 'ferry-admin', client_secret: 'sandbox' };
    const granted = await request.post(`${address}/${FABRIKAM}/oauth2/v2.0/token`, { form });
    return new Caller(request, address, ((await granted.json()) as { access_token: string }).access_token);
  }

  async get<T>(route: string): Promise<T> {
    const answer = await this.request.get(`${this.address}/${route}`, this.options());
    expect(answer.ok(), await answer.text()).toBe(true);
    return (await answer.json()) as T;
  }

  async post<T>(route: string, data?: object): Promise<T> {
    const answer = await this.request.post(`${this.address}/${route}`, { ...this.options(), data });
    expect(answer.ok(), await answer.text()).toBe(true);
    return (await answer.json()) as T;
  }

  async send(method: 'PUT' | 'DELETE', route: string, data?: object): Promise<void> {
    const answer = await this.request.fetch(`${this.address}/${route}`, { ...this.options(), method, data });
    expect(answer.ok(), await answer.text()).toBe(true);
  }

  /** Creates a job that migrates at once and cuts over a minute from now, for people by number; its id. */
  migrate(displayName: string, people: readonly number[]): Promise<string> {
    return this.create(displayName, people, { jobType: 'migrate' });
  }

  /** Creates a job whose cutover date is a minute from now, for people by number; its id. */
  async create(displayName: string, people: readonly number[], more: object): Promise<string> {
    // Other journeys may have moved the clock of the service.
    const { now } = await this.get<{ now: string }>('api/v1/sandbox/clock');
    const { id } = await this.post<{ id: string }>('v1.0/solutions/migrations/crossTenantMigrationJobs', {
      displayName,
      sourceTenantId: CONTOSO,
      completeAfterDateTime: new Date(Date.parse(now) + 60_000).toISOString(),
      exchangeSettings: { sourceEndpoint: 'contoso-endpoint', targetDeliveryDomain: 'fabrikam.example' },
      resourceType: 'Users',
      resources: people.map(fabrikamPerson),
      ...more,
    });
    return id;
  }

  private options(): { headers: Record<string, string> } {
    return { headers: { authorization: `Bearer ${this.token}` } };
  }
}
