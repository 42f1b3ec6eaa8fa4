import {
  API_ROUTES,
  CrossTenantMigrationTaskCollection,
  PersonProgressCollection,
  type SandboxTrouble,
  ServiceStatus,
  type Workload,
} from '@ferry/contracts';
import { isFinal } from '@ferry/domain';
import { asContract } from './contract-answer';
import { JOBS, type TestApi } from './test-api';

/** An error as the contract shows it. */
export interface SeenError {
  readonly personId: string;
  readonly service: Workload;
  readonly code: string;
  readonly message: string;
}

/** Says what is to go wrong from now on. */
export async function drive(api: TestApi, value: readonly SandboxTrouble[]): Promise<void> {
  const answer = await api.send('PUT', `/${API_ROUTES.sandboxTroubles}`, { body: { value } });
  if (answer.statusCode !== 200) throw new Error(`The troubles were refused: ${answer.body}`);
}

/** Waits until a job has ended; whenever everything that is left waits for its next attempt, the clock moves on. */
export async function untilEnded(api: TestApi, jobId: string): Promise<void> {
  await api.untilSeen(jobId, async () => {
    if (isFinal((await api.job(jobId)).status)) return true;
    const answer = await api.get(`/${API_ROUTES.jobPeople(jobId)}`);
    const { value } = asContract(PersonProgressCollection, answer.json());
    const moving = value
      .flatMap(({ services }) => services)
      .filter(({ status, finishedDateTime }) => finishedDateTime === null && status !== ServiceStatus.Synced);
    const waits = moving.flatMap(({ waitsUntilDateTime }) => waitsUntilDateTime ?? []);
    if (waits.length > 0 && waits.length === moving.length) {
      const soonest = Math.min(...waits.map((until) => until.getTime()));
      await api.advance(Math.max(1, Math.ceil((soonest - api.clock.now().getTime()) / 60_000)));
    }
    return null;
  });
}

/** Every error that the people of a job show at the contract. */
export async function errorsOf(api: TestApi, jobId: string): Promise<SeenError[]> {
  const answer = await api.get(`${JOBS}/${jobId}/users?$top=999`);
  const { value } = asContract(CrossTenantMigrationTaskCollection, answer.json());
  return value.flatMap(({ id, currentStatus }) =>
    currentStatus.flatMap(({ service, errors }) =>
      errors.map(({ code, message }) => ({ personId: id, service, code: code ?? '', message: message ?? '' })),
    ),
  );
}
