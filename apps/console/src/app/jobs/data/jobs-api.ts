import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import {
  API_ROUTES,
  type CrossTenantMigrationJob,
  type CrossTenantMigrationJobCollection,
  GRAPH_ROUTES,
  type JobEventCollection,
  type JobProgress,
  type JobReport,
  type JobThroughput,
  type PersonJobCollection,
  type PersonReport,
  type ReportFormat,
  type SkippedItemCollection,
} from '@ferry/contracts';
import { firstValueFrom } from 'rxjs';
import { type DownloadedFile, fileNameOf } from '../../http/downloaded-file';
import { ServiceError } from '../../http/service-error';
import { graphUrl, pageUrl } from '../../http/service-url';
import { type EventFilter, eventOptions } from './event-filter';
import type { CreateJobBody } from './job-draft/create-job-body';

/** The contract's jobs, and the numbers that our own surface adds. Every refusal is thrown as a ServiceError. */
@Service()
export class JobsApi {
  private readonly http = inject(HttpClient);

  /** A page of jobs, newest first; the first one unless a next link is given. */
  list(nextLink?: string): Promise<CrossTenantMigrationJobCollection> {
    const url = nextLink === undefined ? graphUrl(GRAPH_ROUTES.jobs) : pageUrl(nextLink);
    return firstValueFrom(this.http.get<CrossTenantMigrationJobCollection>(url));
  }

  progress(id: string): Promise<JobProgress> {
    return firstValueFrom(this.http.get<JobProgress>(`/${API_ROUTES.job(id)}`));
  }

  /** What a job moved over time. */
  throughput(id: string): Promise<JobThroughput> {
    return firstValueFrom(this.http.get<JobThroughput>(`/${API_ROUTES.jobThroughput(id)}`));
  }

  report(id: string): Promise<JobReport> {
    return firstValueFrom(this.http.get<JobReport>(`/${API_ROUTES.jobReport(id)}`));
  }

  /** A report as a file, with the name that the service gives it. */
  async reportFile(id: string, format: ReportFormat): Promise<DownloadedFile> {
    const url = `/${API_ROUTES.jobReport(id)}?format=${format}`;
    const answer = await firstValueFrom(this.http.get(url, { observe: 'response', responseType: 'blob' }));
    const name = fileNameOf(answer.headers.get('content-disposition')) ?? `report.${format}`;
    return { name, content: answer.body ?? new Blob() };
  }

  /** What became of one person, by workload and folder. */
  personReport(id: string, personId: string): Promise<PersonReport> {
    return firstValueFrom(this.http.get<PersonReport>(`/${API_ROUTES.personReport(id, personId)}`));
  }

  /** What happened in a job before an event, newest first. */
  eventsBefore(id: string, eventId: number): Promise<JobEventCollection> {
    return firstValueFrom(this.http.get<JobEventCollection>(`/${API_ROUTES.jobEvents(id)}?before=${eventId}`));
  }

  /** What happened in a job and is looked for, before an event if one is given, newest first. */
  events(id: string, filter: EventFilter, before: number | null): Promise<JobEventCollection> {
    const params = { ...eventOptions(filter), ...(before === null ? {} : { before }) };
    return firstValueFrom(this.http.get<JobEventCollection>(`/${API_ROUTES.jobEvents(id)}`, { params }));
  }

  /** What happened to one person, newest first. */
  personEvents(id: string, personId: string): Promise<JobEventCollection> {
    return firstValueFrom(this.http.get<JobEventCollection>(`/${API_ROUTES.jobEvents(id)}?person=${personId}`));
  }

  /** The jobs that a person was or is in, newest first. */
  personJobs(personId: string): Promise<PersonJobCollection> {
    return firstValueFrom(this.http.get<PersonJobCollection>(`/${API_ROUTES.personJobs(personId)}`));
  }

  /** Migrates people who have failed once more. */
  async retry(id: string, personIds: readonly string[]): Promise<void> {
    await firstValueFrom(this.http.post(`/${API_ROUTES.jobRetry(id)}`, { personIds }));
  }

  /** Asks for source and target to be compared once more. */
  async verify(id: string): Promise<void> {
    await firstValueFrom(this.http.post(`/${API_ROUTES.jobVerification(id)}`, null));
  }

  create(body: CreateJobBody): Promise<CrossTenantMigrationJob> {
    return firstValueFrom(this.http.post<CrossTenantMigrationJob>(graphUrl(GRAPH_ROUTES.jobs), body));
  }

  /** A job of the caller's tenant by its name; null when there is none. */
  async findByName(name: string): Promise<CrossTenantMigrationJob | null> {
    try {
      return await firstValueFrom(this.http.get<CrossTenantMigrationJob>(graphUrl(GRAPH_ROUTES.job(name))));
    } catch (error) {
      if (error instanceof ServiceError && error.status === 404) return null;
      throw error;
    }
  }

  async act(id: string, action: 'validate' | 'migrate' | 'cancel'): Promise<void> {
    await firstValueFrom(this.http.post(graphUrl(GRAPH_ROUTES.jobAction(id, action)), null));
  }

  async moveCutover(id: string, completeAfter: Date): Promise<void> {
    const body = { completeAfterDateTime: completeAfter.toISOString() };
    await firstValueFrom(this.http.patch(graphUrl(GRAPH_ROUTES.job(id)), body));
  }

  async delete(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(graphUrl(GRAPH_ROUTES.job(id))));
  }

  async approve(id: string): Promise<void> {
    await firstValueFrom(this.http.post(`/${API_ROUTES.jobApproval(id)}`, null));
  }

  /** The first items of a person that the target does not take; `nextLink` says that there are more. */
  skippedItems(id: string, personId: string): Promise<SkippedItemCollection> {
    return firstValueFrom(this.http.get<SkippedItemCollection>(`/${API_ROUTES.skippedItems(id, personId)}`));
  }

  async acceptSkippedItems(id: string, personId: string): Promise<void> {
    await firstValueFrom(this.http.post(`/${API_ROUTES.acceptSkippedItems(id, personId)}`, null));
  }

  async cancelPerson(id: string, personId: string): Promise<void> {
    await firstValueFrom(this.http.post(graphUrl(GRAPH_ROUTES.userCancel(id, personId)), null));
  }
}
