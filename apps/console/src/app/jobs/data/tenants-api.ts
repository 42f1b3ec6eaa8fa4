import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import {
  API_ROUTES,
  type MigrationEndpoint,
  type MigrationEndpointCollection,
  type Person,
  type PersonCollection,
  type Tenant,
  type TenantCollection,
} from '@ferry/contracts';
import { firstValueFrom } from 'rxjs';
import { pageUrl } from '../../http/service-url';

/** What the service knows about tenants. Every refusal is thrown as a ServiceError. */
@Service()
export class TenantsApi {
  private readonly http = inject(HttpClient);

  async tenants(): Promise<Tenant[]> {
    return (await firstValueFrom(this.http.get<TenantCollection>(`/${API_ROUTES.tenants}`))).value;
  }

  async endpoints(tenantId: string): Promise<MigrationEndpoint[]> {
    const url = `/${API_ROUTES.tenantEndpoints(tenantId)}`;
    return (await firstValueFrom(this.http.get<MigrationEndpointCollection>(url))).value;
  }

  /** All people of a tenant, page by page. */
  async *people(tenantId: string): AsyncGenerator<Person[]> {
    let url: string | undefined = `/${API_ROUTES.tenantPeople(tenantId)}`;
    while (url !== undefined) {
      const page: PersonCollection = await firstValueFrom(this.http.get<PersonCollection>(url));
      yield page.value;
      url = page.nextLink === undefined ? undefined : pageUrl(page.nextLink);
    }
  }
}
