import { type Check } from '../../checks/check';
import { contract, conventions, decision } from '../../checks/sources';
import { arrayOf, equal, holds, matches, objectOf } from '../../expect/expect';
import { isJob, isTask } from '../../expect/shapes';

/** Lists and counts (contract page 1.1, rows 1, 2, 12 and 13). */
export const LIST_OPERATIONS: readonly Check[] = [
  {
    id: 'operations.list-jobs',
    sentence: '`GET crossTenantMigrationJobs` answers 200 with jobs in `value`, a new one among them',
    sources: [contract('1.1 row 1 and 1.3.1', 'D1:list', 'D2:list')],
    versions: 'every',
    run: async (test) => {
      const created = await test.create();
      const { value } = (await test.get(test.jobs())).expect(200).object();
      const jobs = arrayOf(value, 'value');
      for (const job of jobs) isJob(job, 'a listed job');
      holds(
        jobs.some((job) => objectOf(job, 'a listed job')['id'] === created.id),
        'The job that was just created is not on the first page, which has the newest.',
      );
    },
  },
  {
    id: 'operations.count-jobs',
    sentence: '`GET crossTenantMigrationJobs/$count` answers the number of jobs as text',
    sources: [contract('1.1 row 2 and 5.4', 'OAS'), conventions('4.8')],
    versions: 'every',
    run: async (test) => {
      await test.create();
      const answer = (await test.get(test.jobs('/$count'), { headers: { accept: 'text/plain' } })).expect(200);
      matches(answer.header('content-type'), /^text\/plain\b/, 'Content-Type');
      matches(answer.text, /^[1-9]\d*$/, 'The body');
    },
  },
  {
    id: 'operations.list-users',
    sentence: '`GET {job}/users` answers a task for each person, by the object id of the target tenant',
    sources: [contract('1.1 row 12 and 1.3.10', 'D1:list-users')],
    versions: 'every',
    run: async (test) => {
      const people = test.data.people.slice(0, 3);
      const job = await test.create({ resources: people });
      const { value } = (await test.get(test.job(job.id, '/users'))).expect(200).object();
      const tasks = arrayOf(value, 'value');
      for (const task of tasks) isTask(task, 'a listed task');
      const ids = tasks.map((task) => String(objectOf(task, 'a listed task')['id']).toLowerCase());
      equal(ids.sort(), people.map((id) => id.toLowerCase()).sort(), 'The ids of the tasks');
    },
  },
  {
    id: 'operations.count-users',
    sentence: '`GET {job}/users/$count` answers the number of people as text',
    sources: [contract('1.1 row 13 and 5.4', 'OAS'), conventions('4.8')],
    versions: 'every',
    run: async (test) => {
      const people = test.data.people.slice(0, 3);
      const job = await test.create({ resources: people });
      const path = test.job(job.id, '/users/$count');
      const answer = (await test.get(path, { headers: { accept: 'text/plain' } })).expect(200);
      matches(answer.header('content-type'), /^text\/plain\b/, 'Content-Type');
      equal(answer.text, String(people.length), 'The body');
    },
  },
  {
    id: 'operations.tasks-from-creation',
    sentence: 'Each person has an entry for each workload from the creation on: `notStarted`, no message, no errors',
    sources: [contract('1.3.10 and 3.6', 'D1:list-users', 'R2'), decision('tasks')],
    run: async (test) => {
      const job = await test.create({ workloads: ['Exchange', 'Teams'] });
      const { value } = (await test.get(test.job(job.id, '/users'))).expect(200).object();
      const [task] = arrayOf(value, 'value');
      const entries = arrayOf(objectOf(task, 'the task')['currentStatus'], 'currentStatus');
      const seen = entries.map((entry) => {
        const { service, status, message, errors } = objectOf(entry, 'an entry');
        return { service, status, message, errors };
      });
      const expected = ['Exchange', 'Teams'].map((service) => ({
        service,
        status: 'notStarted',
        message: '',
        errors: [],
      }));
      equal(seen, expected, 'currentStatus');
    },
  },
];
