import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import {
  API_ROUTES,
  type CrossTenantMigrationJob,
  type CrossTenantMigrationJobCollection,
  type ErrorEntry,
  GRAPH_ROUTES,
  type Person,
  type PersonCollection,
} from '@ferry/contracts';
import { catchError, map, type Observable, of } from 'rxjs';
import { graphUrl } from '../http/service-url';

const MOST = 6;

/** Letters, a hyphen and digits, as codes of the contract are written. */
const ERROR_CODE = /^[a-z]{2,6}-\d{1,3}$/i;

/** Jobs and people by their names and error codes, as the service finds them. */
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

  /** What an error code means; nothing for a text that is none, or that the catalogue does not know. */
  codes(text: string): Observable<ErrorEntry[]> {
    if (!ERROR_CODE.test(text)) return of([]);
    return this.http.get<ErrorEntry>(`/${API_ROUTES.error(text.toUpperCase())}`).pipe(
      map((entry) => [entry]),
      catchError(() => of([])),
    );
  }
}
