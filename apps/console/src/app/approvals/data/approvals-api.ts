import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import {
  API_ROUTES,
  type Hold,
  type HoldCollection,
  type JobSummary,
  JobStatus,
  JobType,
  type PersonProgressCollection,
} from '@ferry/contracts';
import { firstValueFrom } from 'rxjs';
import { SummariesApi } from '../../jobs/data/summaries-api';

const SUBMITTED = `status eq '${JobStatus.Submitted}' and jobType eq '${JobType.Migrate}'`;
/** So many migrations are shown at once; whoever has decided about them sees the next ones. */
const MOST = 100;

/** What waits for a decision. Every refusal is thrown as a ServiceError. */
@Service()
export class ApprovalsApi {
  private readonly http = inject(HttpClient);
  private readonly summaries = inject(SummariesApi);

  /** Migrations that wait for a second person, longest waiting first. */
  async proposals(): Promise<JobSummary[]> {
    const submitted = await this.summaries.where(SUBMITTED, 'lastUpdatedDateTime asc', MOST);
    return submitted.filter(({ awaitsApproval }) => awaitsApproval);
  }

  /** People of whom skipped items wait for a decision. */
  async holds(): Promise<Hold[]> {
    return (await firstValueFrom(this.http.get<HoldCollection>(`/${API_ROUTES.holds}`))).value;
  }

  /** The names of the people of a job, in its order. */
  async names(jobId: string): Promise<string[]> {
    const people = await firstValueFrom(this.http.get<PersonProgressCollection>(`/${API_ROUTES.jobPeople(jobId)}`));
    return people.value.filter(({ removed }) => !removed).map(({ displayName, mail, id }) => displayName ?? mail ?? id);
  }
}
