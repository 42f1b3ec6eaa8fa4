import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { API_ROUTES, type Overview } from '@ferry/contracts';
import { firstValueFrom } from 'rxjs';

/** What the tenant has to know now. A refusal is thrown as a ServiceError. */
@Service()
export class OverviewApi {
  private readonly http = inject(HttpClient);

  read(): Promise<Overview> {
    return firstValueFrom(this.http.get<Overview>(`/${API_ROUTES.overview}`));
  }
}
