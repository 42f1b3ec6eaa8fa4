import { HttpClient, HttpParams } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { API_ROUTES, type JobCounts, type JobSummary, type JobSummaryCollection } from '@ferry/contracts';
import { firstValueFrom } from 'rxjs';
import { type JobsOptions, PAGE_SIZE } from './jobs-options';

/** Jobs as lines of a list, and how many there are. Every refusal is thrown as a ServiceError. */
@Service()
export class SummariesApi {
  private readonly http = inject(HttpClient);

  async page(options: JobsOptions): Promise<JobSummary[]> {
    const { search, orderby, skip, attention } = options;
    const filter = [options.filter, options.statuses].filter((part) => part !== null).join(' and ') || null;
    return this.list({
      $filter: filter,
      $search: search,
      $orderby: orderby,
      $top: String(PAGE_SIZE),
      $skip: skip === 0 ? null : String(skip),
      attention: attention ? 'true' : null,
    });
  }

  /** Some jobs by id, in no particular order; one that is gone is missing. */
  async some(ids: readonly string[]): Promise<JobSummary[]> {
    return this.list({ $filter: among(ids), $top: String(ids.length) });
  }

  /** The first jobs that a condition means. */
  async where(filter: string, orderby: string, top: number): Promise<JobSummary[]> {
    return this.list({ $filter: filter, $orderby: orderby, $top: String(top) });
  }

  /** Counted by status: all that filter and search mean, or those of them with some ids. */
  counts({ filter, search }: Pick<JobsOptions, 'filter' | 'search'>, ids?: readonly string[]): Promise<JobCounts> {
    const condition = [filter, ids === undefined ? null : among(ids)].filter((part) => part !== null).join(' and ');
    const params = parametersOf({ $filter: condition || null, $search: search });
    return firstValueFrom(this.http.get<JobCounts>(`/${API_ROUTES.jobCounts}`, { params }));
  }

  private async list(options: Readonly<Record<string, string | null>>): Promise<JobSummary[]> {
    const params = parametersOf(options);
    return (await firstValueFrom(this.http.get<JobSummaryCollection>(`/${API_ROUTES.jobs}`, { params }))).value;
  }
}

const among = (ids: readonly string[]): string => `id in (${ids.join(',')})`;

function parametersOf(options: Readonly<Record<string, string | null>>): HttpParams {
  const given = Object.entries(options).filter((entry): entry is [string, string] => entry[1] !== null);
  return new HttpParams({ fromObject: Object.fromEntries(given) });
}
