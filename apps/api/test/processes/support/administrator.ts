import type { CrossTenantMigrationJob, JobReport } from '@ferry/contracts';
import { createBody } from '../../support/test-service';
import { FABRIKAM_ID } from '../../../src/sandbox/sandbox-directory';
import { eventually } from './eventually';

/** Fabrikam's administrator, at one process of the service. */
export class Administrator {
  private constructor(
    private readonly address: string,
    private readonly token: string,
  ) {}

  /** Signs in. */
  static async at(address: string): Promise<Administrator> {
    const answer = await fetch(`${address}/${FABRIKAM_ID}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: 'ferry-admin',
        client_secret: 'sandbox',
      }),
    });
    const { access_token: token } = (await answer.json()) as { access_token: string };
    return new Administrator(address, token);
  }

  /** The header by which the administrator asks. */
  get authorization(): string {
    return `Bearer ${this.token}`;
  }

  /** Sends a request and gives the answer, whatever it is. */
  send(method: 'GET' | 'PATCH' | 'POST', path: string, body?: object, signal?: AbortSignal): Promise<Response> {
    return fetch(`${this.address}/${path}`, {
      method,
      headers: { authorization: this.authorization, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
  }

  /** Creates a job that migrates at once. */
  async migrate(people: readonly number[], completeAfter = new Date()): Promise<string> {
    const answer = await this.send('POST', 'v1.0/solutions/migrations/crossTenantMigrationJobs', {
      ...createBody(people, completeAfter),
      displayName: `processes ${people.join(' ')}`,
      jobType: 'migrate',
    });
    if (answer.status !== 201) throw new Error(`The job was not created: ${await answer.text()}`);
    return ((await answer.json()) as { id: string }).id;
  }

  /** Waits until a job has ended; its status. Asks again and again, also while nobody answers. */
  async untilEnded(job: string): Promise<string> {
    let status = '';
    await eventually(async () => {
      const answer = await this.send('GET', `v1.0/solutions/migrations/crossTenantMigrationJobs/${job}`);
      if (!answer.ok) return false;
      ({ status } = (await answer.json()) as CrossTenantMigrationJob);
      return ['completed', 'completedWithErrors', 'failed', 'cancelled'].includes(status);
    });
    return status;
  }

  /** The report of a job. */
  async report(job: string): Promise<JobReport> {
    const answer = await this.send('GET', `api/v1/jobs/${job}/report`);
    if (!answer.ok) throw new Error(`No report: ${await answer.text()}`);
    return (await answer.json()) as JobReport;
  }
}
