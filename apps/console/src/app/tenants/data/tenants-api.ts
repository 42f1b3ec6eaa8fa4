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
  type RegisterMigrationEndpoint,
  type RegisterTenant,
  type RunPreflight,
  type Tenant,
  type TenantCollection,
  type UpdateMigrationEndpoint,
  type UpdateTenant,
} from '@ferry/contracts';
import { firstValueFrom } from 'rxjs';
import { pageUrl } from '../../http/service-url';

/** Tenants and their endpoints. Every refusal is thrown as a ServiceError. */
@Service()
export class TenantsApi {
  private readonly http = inject(HttpClient);

  async tenants(): Promise<Tenant[]> {
    return (await firstValueFrom(this.http.get<TenantCollection>(`/${API_ROUTES.tenants}`))).value;
  }

  tenant(tenantId: string): Promise<Tenant> {
    return firstValueFrom(this.http.get<Tenant>(`/${API_ROUTES.tenant(tenantId)}`));
  }

  register(body: RegisterTenant): Promise<Tenant> {
    return firstValueFrom(this.http.post<Tenant>(`/${API_ROUTES.tenants}`, body));
  }

  update(tenantId: string, body: UpdateTenant): Promise<Tenant> {
    return firstValueFrom(this.http.patch<Tenant>(`/${API_ROUTES.tenant(tenantId)}`, body));
  }

  async remove(tenantId: string): Promise<void> {
    await firstValueFrom(this.http.delete(`/${API_ROUTES.tenant(tenantId)}`));
  }

  async endpoints(tenantId: string): Promise<MigrationEndpoint[]> {
    const url = `/${API_ROUTES.tenantEndpoints(tenantId)}`;
    return (await firstValueFrom(this.http.get<MigrationEndpointCollection>(url))).value;
  }

  endpoint(tenantId: string, name: string): Promise<MigrationEndpoint> {
    return firstValueFrom(this.http.get<MigrationEndpoint>(endpointUrl(tenantId, name)));
  }

  registerEndpoint(tenantId: string, body: RegisterMigrationEndpoint): Promise<MigrationEndpoint> {
    return firstValueFrom(this.http.post<MigrationEndpoint>(`/${API_ROUTES.tenantEndpoints(tenantId)}`, body));
  }

  updateEndpoint(tenantId: string, name: string, body: UpdateMigrationEndpoint): Promise<MigrationEndpoint> {
    return firstValueFrom(this.http.patch<MigrationEndpoint>(endpointUrl(tenantId, name), body));
  }

  async removeEndpoint(tenantId: string, name: string): Promise<void> {
    await firstValueFrom(this.http.delete(endpointUrl(tenantId, name)));
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

function endpointUrl(tenantId: string, name: string): string {
  return `/${API_ROUTES.tenantEndpoint(tenantId, encodeURIComponent(name))}`;
}
