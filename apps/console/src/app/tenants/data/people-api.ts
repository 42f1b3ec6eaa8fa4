import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import {
  API_ROUTES,
  type PeopleFigures,
  type PeopleImport,
  type Person,
  type PersonCollection,
} from '@ferry/contracts';
import { firstValueFrom } from 'rxjs';
import { type DownloadedFile, fileNameOf } from '../../http/downloaded-file';

/** Which people are asked for. */
export interface PeopleQuery {
  /** Part of a name, an address or a login; empty for everybody. */
  readonly search: string;
  /** Where the page begins, as the page before said; empty for the first one. */
  readonly from: string;
  readonly top: number;
}

/** A page of people. `next` says where the one behind it begins; null on the last one. */
export interface PeoplePage {
  readonly people: readonly Person[];
  readonly next: string | null;
}

/** What a file of people is. */
export type PeopleFileType = 'text/csv' | 'application/json';

/** The people of a tenant. Every refusal is thrown as a ServiceError. */
@Service()
export class PeopleApi {
  private readonly http = inject(HttpClient);

  async page(tenantId: string, { search, from, top }: PeopleQuery): Promise<PeoplePage> {
    const params = { top, ...(search === '' ? {} : { search }), ...(from === '' ? {} : { skiptoken: from }) };
    const url = `/${API_ROUTES.tenantPeople(tenantId)}`;
    const { value, nextLink } = await firstValueFrom(this.http.get<PersonCollection>(url, { params }));
    const next = nextLink === undefined ? null : new URL(nextLink, location.origin).searchParams.get('skiptoken');
    return { people: value, next };
  }

  figures(tenantId: string): Promise<PeopleFigures> {
    return firstValueFrom(this.http.get<PeopleFigures>(`/${API_ROUTES.peopleSummary(tenantId)}`));
  }

  person(tenantId: string, personId: string): Promise<Person> {
    return firstValueFrom(this.http.get<Person>(`/${API_ROUTES.tenantPerson(tenantId, personId)}`));
  }

  async remove(tenantId: string, personId: string): Promise<void> {
    await firstValueFrom(this.http.delete(`/${API_ROUTES.tenantPerson(tenantId, personId)}`));
  }

  /** Brings the people of the sandbox back. */
  async bringBackSandbox(): Promise<void> {
    await firstValueFrom(this.http.post(`/${API_ROUTES.sandboxSeed}`, null));
  }

  /** Sends a file; in a dry run the service says what would become of each row, and writes nothing. */
  import(tenantId: string, file: Blob, type: PeopleFileType, dryRun: boolean): Promise<PeopleImport> {
    const url = `/${API_ROUTES.peopleImport(tenantId)}`;
    const options = { headers: { 'content-type': type }, params: { dryRun } };
    return firstValueFrom(this.http.post<PeopleImport>(url, file, options));
  }

  /** The CSV file to fill in, with the name that the service gives it. */
  async template(tenantId: string): Promise<DownloadedFile> {
    const url = `/${API_ROUTES.peopleTemplate(tenantId)}`;
    const answer = await firstValueFrom(this.http.get(url, { observe: 'response', responseType: 'blob' }));
    const name = fileNameOf(answer.headers.get('content-disposition')) ?? 'people.csv';
    return { name, content: answer.body ?? new Blob() };
  }
}
