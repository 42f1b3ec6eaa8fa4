import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import {
  API_ROUTES,
  type CrossTenantMigrationJob,
  type CrossTenantMigrationJobCollection,
  GRAPH_ROUTES,
  type Person,
  type PersonCollection,
} from '@ferry/contracts';
import { map, type Observable } from 'rxjs';
import { graphUrl } from '../http/service-url';

const MOST = 6;

/** Jobs and people by their names, as the service finds them. */
@Service()
export class PaletteApi {
  private readonly http = inject(HttpClient);

  jobs(text: string): Observable<CrossTenantMigrationJob[]> {
    const params = { $search: `"${text.replace(/["\\]/g, ' ')}"`, $top: MOST };
    return this.http
      .get<CrossTenantMigrationJobCollection>(graphUrl(GRAPH_ROUTES.jobs), { params })
      .pipe(map(({ value }) => value));
  }

  people(tenantId: string, text: string): Observable<Person[]> {
    const params = { search: text, top: MOST };
    return this.http
      .get<PersonCollection>(`/${API_ROUTES.tenantPeople(tenantId)}`, { params })
      .pipe(map(({ value }) => value));
  }
}
