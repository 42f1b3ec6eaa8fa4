import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import {
  API_ROUTES,
  type LookUpPeople,
  type MigrationEndpoint,
  type MigrationEndpointCollection,
  type NameMatch,
  type PeopleLookup,
  type PersonCollection,
  type Preflight,
  type RunPreflight,
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

  /** The first people of a tenant whose name, address or login holds a text, by name. */
  people(tenantId: string, search: string, top: number): Promise<PersonCollection> {
    const params = { top, ...(search === '' ? {} : { search }) };
    return firstValueFrom(this.http.get<PersonCollection>(`/${API_ROUTES.tenantPeople(tenantId)}`, { params }));
  }

  /** The page of people that a next link leads to. */
  peoplePage(nextLink: string): Promise<PersonCollection> {
    return firstValueFrom(this.http.get<PersonCollection>(pageUrl(nextLink)));
  }

  /** Whom object ids and addresses fit. */
  async lookUp(tenantId: string, names: readonly string[]): Promise<NameMatch[]> {
    const body: LookUpPeople = { names: [...names] };
    const url = `/${API_ROUTES.peopleLookup(tenantId)}`;
    return (await firstValueFrom(this.http.post<PeopleLookup>(url, body))).value;
  }

  /** Makes all checks for people before any job exists. */
  preflight(tenantId: string, body: RunPreflight): Promise<Preflight> {
    return firstValueFrom(this.http.post<Preflight>(`/${API_ROUTES.preflight(tenantId)}`, body));
  }
}
