import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { API_ROUTES, type AuditEntryCollection } from '@ferry/contracts';
import { firstValueFrom } from 'rxjs';
import { type DownloadedFile, fileNameOf } from '../../http/downloaded-file';
import { auditOptions, type AuditQuery } from './audit-query';

const URL_OF_AUDIT = `/${API_ROUTES.audit}`;

/** Who asked for what. Every refusal is thrown as a ServiceError. */
@Service()
export class AuditApi {
  private readonly http = inject(HttpClient);

  page(query: AuditQuery): Promise<AuditEntryCollection> {
    const token: Record<string, string> = query.after === '' ? {} : { skiptoken: query.after };
    const params = { ...auditOptions(query), ...token };
    return firstValueFrom(this.http.get<AuditEntryCollection>(URL_OF_AUDIT, { params }));
  }

  /** Everything that a query means, on whichever page it is looked at. */
  async file(query: AuditQuery): Promise<DownloadedFile> {
    const params = { ...auditOptions(query), format: 'csv' };
    const answer = await firstValueFrom(
      this.http.get(URL_OF_AUDIT, { params, observe: 'response', responseType: 'blob' }),
    );
    const name = fileNameOf(answer.headers.get('content-disposition')) ?? 'audit.csv';
    return { name, content: answer.body ?? new Blob() };
  }
}
