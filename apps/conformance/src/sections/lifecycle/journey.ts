import { ENDS } from '../../expect/vocabulary';
import type { CheckContext } from '../../run/check-context';
import type { Job, Json } from '../../run/job';
import type { Answer } from '../../server/answer';
import { entriesOf, readyPeople } from './ready-people';
import { type Sample, sample, samplesUntil } from './status-table';

/** So many seconds after the mailboxes are synced the job is due. */
const DUE_SECONDS = 3;

/** A job of two people from its creation to its end, and what was seen and answered on the way. */
export interface Journey {
  readonly job: Job;
  readonly samples: readonly Sample[];
  /** The answer to `migrate`. */
  readonly migrate: Answer;
  /** What was asked at a status that does not allow it, and the answer. */
  readonly refusals: readonly Refusal[];
  /** When the job was due, and when the cutover was first seen, by the clock of the server. */
  readonly due: Date;
  readonly cutover: Date;
}

/** Something that was asked at a status that does not allow it. */
export interface Refusal {
  readonly status: string;
  /** The status right afterwards: a job may have gone on in between. */
  readonly after: string;
  readonly action: string;
  readonly answer: Answer;
}

/** Migrates two people, once for the section. */
export function journey(test: CheckContext): Promise<Journey> {
  return test.shared('journey', travel);
}

async function travel(test: CheckContext): Promise<Journey> {
  const refusals: Refusal[] = [];
  const people = await readyPeople(test, 2);
  const job = await test.create({ resources: people });
  const samples: Sample[] = [];
  const look = async (...ends: readonly string[]): Promise<void> => {
    samples.push(...(await samplesUntil(test, job.id, ends)));
  };
  const refuse = async (...actions: readonly string[]): Promise<void> => {
    for (const action of actions) {
      const { status } = await test.read(job.id);
      const answer = await ask(test, job.id, action);
      const { status: after } = await test.read(job.id);
      refusals.push({ status, action, answer, after });
    }
  };

  const first = await sample(test, job.id);
  if (first !== null) samples.push(first);
  await refuse('migrate', 'delete');
  await test.act(job.id, 'validate');
  await look('validatePassed', 'validateFailed');
  await refuse('validate', 'delete');
  const migrate = await test.act(job.id, 'migrate');
  await look('inProgress', ...ENDS);
  await refuse('validate', 'migrate', 'delete');
  await test.eventually('synced as the status of every workload', async () => {
    const seen = await sample(test, job.id);
    if (seen !== null) samples.push(seen);
    return seen?.tasks.every(isSynced) ? true : null;
  });
  const completeAfterDateTime = test.inSeconds(DUE_SECONDS);
  (await test.patch(test.job(job.id), { body: { completeAfterDateTime } })).expect(204);
  await look('cuttingOver', ...ENDS);
  const cutover = test.server.clock.now();
  await refuse('cancel', 'update');
  await look(...ENDS);
  await refuse('validate', 'migrate', 'cancel', 'update');
  return { job, samples, migrate, refusals, due: new Date(completeAfterDateTime), cutover };
}

function isSynced(task: Json): boolean {
  return entriesOf(task).every(({ status }) => status === 'synced');
}

/** Asks for an action, `update` and `delete` included. */
export function ask(test: CheckContext, jobId: string, action: string): Promise<Answer> {
  switch (action) {
    case 'update':
      return test.patch(test.job(jobId), { body: { completeAfterDateTime: test.inSeconds(80 * 86_400) } });
    case 'delete':
      return test.delete(test.job(jobId));
    default:
      return test.post(test.job(jobId, `/${action}`));
  }
}
