import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import {
  API_ROUTES,
  type MigrationEndpoint,
  type MigrationEndpointCollection,
  type Person,
  type PersonCollection,
  type RegisterMigrationEndpoint,
  type RegisterTenant,
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

function endpointUrl(tenantId: string, name: string): string {
  return `/${API_ROUTES.tenantEndpoint(tenantId, encodeURIComponent(name))}`;
}
