import type { Check } from '../../checks/check';
import { contract, decision } from '../../checks/sources';
import { equal, has, holds, matches, oneOf } from '../../expect/expect';
import { isJob } from '../../expect/shapes';
import { refused } from '../../expect/refusal';
import { readyPeople, runningJob, tasksOf, entriesOf } from './ready-people';
import { journey } from './journey';

/** The statuses of a migration in their order (contract page 3.1). */
const ORDER = [
  'submitted',
  'validateSubmitted',
  'validateProcessing',
  'validateInProgress',
  'validatePassed',
  'processing',
  'inProgress',
  'cuttingOver',
  'completed',
];

/** From `migrate` to the end (contract page 1.3.8 and 3.5). */
export const MIGRATION_CHECKS: readonly Check[] = [
  {
    id: 'lifecycle.migrate',
    sentence: '`POST {job}/migrate` answers 200 with the job: `processing`, `migrate`, and the published message',
    sources: [contract('1.1 row 10 and 1.3.8', 'D2:migrate')],
    run: async (test) => {
      const { migrate, job } = await journey(test);
      isJob(migrate.object(), 'the job');
      has(
        migrate.object(),
        {
          id: job.id,
          status: 'processing',
          jobType: 'migrate',
          message: 'Migration job has been submitted successfully',
          '@odata.context': test.absolute(`${test.root}/$metadata#microsoft.graph.crossTenantMigrationJob`),
        },
        'the job',
      );
    },
  },
  {
    id: 'lifecycle.order',
    sentence: 'A job goes through its statuses in their order and never back',
    sources: [contract('3.1', 'R2', 'D2')],
    run: async (test) => {
      const { samples } = await journey(test);
      const seen = samples.map(({ status }) => status).filter((status, index, all) => status !== all[index - 1]);
      equal(
        seen,
        ORDER.filter((status) => seen.includes(status)),
        'The statuses that were seen',
      );
      for (const status of ['submitted', 'validatePassed', 'inProgress', 'completed']) {
        holds(seen.includes(status), `The job was never seen ${status}.`);
      }
    },
  },
  {
    id: 'lifecycle.status-table',
    sentence: 'The workloads of people are at every moment what the status of their job allows',
    sources: [contract('3.6', 'R2'), decision('tasks')],
    run: async (test) => {
      const { samples } = await journey(test);
      equal([...new Set(samples.flatMap(({ violations }) => violations))], [], 'What table 3.6 does not allow');
    },
  },
  {
    id: 'lifecycle.cutover-waits',
    sentence: 'The cutover begins after `completeAfterDateTime`, and not before',
    sources: [contract('3.5', 'R0', 'R1', 'R2')],
    run: async (test) => {
      const { cutover, due } = await journey(test);
      holds(cutover >= due, `The cutover was seen at ${cutover.toISOString()}, before ${due.toISOString()}.`);
    },
  },
  {
    id: 'lifecycle.completed',
    sentence: 'The job ends `completed` with the published message, and so does every workload of everybody',
    sources: [contract('2.1 and 3.6', 'D1:get', 'R2')],
    run: async (test) => {
      const { job } = await journey(test);
      has(
        await test.read(job.id),
        {
          status: 'completed',
          jobType: 'migrate',
          message: 'The batch and all of its users have been successfully migrated with no failures.',
        },
        'the job',
      );
      for (const task of await tasksOf(test, job.id)) {
        equal(new Set(entriesOf(task).map(({ status }) => status)), new Set(['completed']), 'The statuses');
      }
    },
  },
  {
    id: 'lifecycle.messages',
    sentence: 'A job says in words what is going on, in every status but the first',
    sources: [contract('2.1 and 8 OPEN-22', 'D1', 'D2'), decision('wording')],
    run: async (test) => {
      const { samples } = await journey(test);
      for (const { status, message } of samples) {
        if (status === 'submitted') equal(message, '', 'The message of a new job');
        else matches(message, /\w/, `The message of a job that is ${status}`);
      }
    },
  },
  {
    id: 'lifecycle.refused-by-status',
    sentence: 'What the status of a job does not allow is refused with 409, which tells the status',
    sources: [contract('1.4, 3.2 and 1.3.5', 'R2', 'D2', 'ERR')],
    run: async (test) => {
      const { refusals } = await journey(test);
      const asked = refusals.map(({ status, action }) => `${action} while ${status}`);
      for (const one of ['migrate while submitted', 'validate while validatePassed', 'migrate while inProgress']) {
        holds(asked.includes(one), `Nobody asked to ${one}: ${asked.join(', ')}.`);
      }
      for (const { status, after, action, answer } of refusals) {
        const message = String(refused(answer, 409)['message']);
        const words = action === 'delete' ? ['must be in final state'] : [status, after];
        holds(
          words.some((word) => message.includes(word)),
          `${action} while ${status}: ${message}`,
        );
        if (action === 'migrate') {
          equal(message, `Migration can't be started because the current status is ${status}`, 'The message');
        }
      }
    },
  },
  {
    id: 'lifecycle.teams-summary',
    sentence: 'The message of a completed Teams workload has the figures of its quality, in the published words',
    sources: [contract('2.3 and 3.8', 'R2')],
    run: async (test) => {
      const { job } = await journey(test);
      for (const task of await tasksOf(test, job.id)) {
        const entry = entriesOf(task).find(({ service }) => service === 'Teams');
        matches(
          entry?.['message'],
          /^Teams migration for user \S+ completed\. \d+\/\d+ \([\d.]+%\) messages imported successfully \(>= 80% threshold\)\. \d+\/\d+ \([\d.]+%\) threads imported successfully \(>= 90% threshold\)\. Request Id: \S+\. Batch Id: \S+\. To understand these figures, refer to migration documentation\.$/,
          'The message of Teams',
        );
      }
    },
  },
  {
    id: 'lifecycle.leaves-finished',
    sentence: 'A person who is finished cannot be taken out: 409 in the published words',
    sources: [contract('1.3.12 and 1.4', 'R2', 'D1', 'D3')],
    run: async (test) => {
      const { job } = await journey(test);
      const [person = ''] = job['resources'] as string[];
      refused(await test.post(test.job(job.id, `/users/${person}/cancel`)), 409, {
        message: 'Cancel is not possible. Current status is completed',
      });
    },
  },
  {
    id: 'lifecycle.leaves-running',
    sentence: 'A person may leave a job that runs; the others go on',
    sources: [contract('1.3.12', 'R0', 'R1', 'R2'), decision('OPEN-18')],
    run: async (test) => {
      const [leaves = '', stays = ''] = await readyPeople(test, 2);
      const job = await runningJob(test, [leaves, stays]);
      (await test.post(test.job(job.id, `/users/${leaves}/cancel`))).expect(202);
      await test.eventually('cancelled as every status of the person', async () => {
        const task = (await test.get(test.job(job.id, `/users/${leaves}`))).expect(200).object();
        return entriesOf(task).every(({ status }) => status === 'cancelled') ? true : null;
      });
      const other = (await test.get(test.job(job.id, `/users/${stays}`))).expect(200).object();
      for (const { status } of entriesOf(other)) oneOf(status, ['syncing', 'synced'], 'The status of the other person');
      equal((await test.read(job.id)).status, 'inProgress', 'The status of the job');
    },
  },
  {
    id: 'lifecycle.deleted-when-completed',
    sentence: 'A completed job may be deleted, and its people and its name are free',
    sources: [contract('1.3.5', 'ERR', 'D1:delete'), decision('OPEN-17')],
    run: async (test) => {
      const { job } = await journey(test);
      (await test.delete(test.job(job.id))).expectEmpty(202);
      await test.eventually('404 for the deleted job', async () =>
        (await test.get(test.job(job.id))).status === 404 ? true : null,
      );
      await test.create({ displayName: job.displayName, resources: job['resources'] });
    },
  },
];
