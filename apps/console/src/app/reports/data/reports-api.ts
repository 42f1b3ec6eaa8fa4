import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { API_ROUTES, type ReportEntry, type ReportEntryCollection, type ReportFormat } from '@ferry/contracts';
import { firstValueFrom } from 'rxjs';
import { type DownloadedFile, fileNameOf } from '../../http/downloaded-file';

/** Rows of a page. */
export const REPORTS_PAGE = 50;

/** The reports of jobs that are over and of deleted ones. Every refusal is thrown as a ServiceError. */
@Service()
export class ReportsApi {
  private readonly http = inject(HttpClient);

  /** A page, from 1 on. */
  page(search: string, page: number): Promise<ReportEntryCollection> {
    const params = {
      top: String(REPORTS_PAGE),
      ...(search === '' ? {} : { search }),
      ...(page === 1 ? {} : { skip: String((page - 1) * REPORTS_PAGE) }),
    };
    return firstValueFrom(this.http.get<ReportEntryCollection>(`/${API_ROUTES.reports}`, { params }));
  }

  /** A report as a file, with the name that the service gives it. */
  async file({ id, keptDateTime }: ReportEntry, format: ReportFormat): Promise<DownloadedFile> {
    const route = keptDateTime === null ? API_ROUTES.jobReport(id) : API_ROUTES.report(id);
    const url = `/${route}?format=${format}`;
    const answer = await firstValueFrom(this.http.get(url, { observe: 'response', responseType: 'blob' }));
    const name = fileNameOf(answer.headers.get('content-disposition')) ?? `report.${format}`;
    return { name, content: answer.body ?? new Blob() };
  }
}
