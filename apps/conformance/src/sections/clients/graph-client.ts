import { Client, GraphError } from '@microsoft/microsoft-graph-client';
import { holds, shown } from '../../expect/expect';
import type { CheckContext } from '../../run/check-context';
import { type Job, jobOf, type Json } from '../../run/job';

/** The collection of jobs, as the client takes it. */
export const JOBS = '/solutions/migrations/crossTenantMigrationJobs';

/** The official client, pointed at the server; it always writes a version, and sends tokens over HTTPS only (contract page 7.1). */
export function graphClient(test: CheckContext, token = test.server.token('admin')): Client {
  return Client.init({
    baseUrl: `${test.server.address}/`,
    defaultVersion: test.version,
    customHosts: new Set([test.server.connection.base.hostname]),
    authProvider: (done) => {
      token.then(
        (text) => done(null, text),
        (error: unknown) => done(error, null),
      );
    },
  });
}

/** Creates a job by the client. */
export async function createBy(test: CheckContext, client: Client, more: Json = {}): Promise<Job> {
  const job = jobOf((await client.api(JOBS).post(test.body(more))) as Json, 'the created job');
  test.run.created.add(job.id, 'admin', false);
  return job;
}

/** What the client makes of a refusal. */
export async function graphErrorOf(request: Promise<unknown>): Promise<GraphError> {
  const outcome: unknown = await request.then(
    (answer: unknown) => ({ answer }),
    (error: unknown) => error,
  );
  holds(outcome instanceof GraphError, `The client did not throw a GraphError, but gave ${shown(outcome)}.`);
  return outcome;
}
