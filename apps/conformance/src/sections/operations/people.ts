import { type Check } from '../../checks/check';
import { contract, decision } from '../../checks/sources';
import { equal, has, matches, objectOf } from '../../expect/expect';
import { isTask } from '../../expect/shapes';
import { refused } from '../../expect/refusal';
import type { CheckContext } from '../../run/check-context';

/** The people of a job, in lower case and sorted. */
async function idsIn(test: CheckContext, job: string): Promise<string[]> {
  const { value } = (await test.get(test.job(job, '/users'))).expect(200).object();
  return (value as unknown[]).map((task) => String(objectOf(task, 'a task')['id']).toLowerCase()).sort();
}

/** Changing who is in a job (contract page 1.1, rows 15 to 18). */
export const PEOPLE_OPERATIONS: readonly Check[] = [
  {
    id: 'operations.cancel-user',
    sentence: '`POST {job}/users/{id}/cancel` answers 202 with `Accepted` and the published message',
    sources: [contract('1.1 row 15 and 1.3.12', 'D1:task-cancel')],
    versions: 'every',
    run: async (test) => {
      const [first = '', second = ''] = test.data.people;
      const { id } = await test.create({ resources: [first, second] });
      const answer = (await test.post(test.job(id, `/users/${first}/cancel`))).expect(202);
      has(
        answer.object(),
        {
          status: 'Accepted',
          message: `Cancellation request for user id: ${first} from batch: ${id} was accepted.`,
          '@odata.context': undefined,
        },
        'the answer',
      );
    },
  },
  {
    id: 'operations.cancel-user-by-name',
    sentence: 'The message names the job as the caller named it',
    sources: [contract('1.3.12', 'R0', 'R1', 'R2'), decision('OPEN-20')],
    run: async (test) => {
      const [first = '', second = ''] = test.data.people;
      const { displayName } = await test.create({ resources: [first, second] });
      const answer = (await test.post(test.job(displayName, `/users/${first}/cancel`))).expect(202);
      const message = `Cancellation request for user id: ${first} from batch: ${displayName} was accepted.`;
      equal(answer.object()['message'], message, 'message');
    },
  },
  {
    id: 'operations.cancelled-user-stays-listed',
    sentence: 'Whoever was taken out stays listed as `cancelled`, and may not be taken out again',
    sources: [contract('1.3.12 and 3.6', 'R2'), decision('OPEN-21')],
    run: async (test) => {
      const [first = '', second = ''] = test.data.people;
      const { id } = await test.create({ resources: [first, second] });
      (await test.post(test.job(id, `/users/${first}/cancel`))).expect(202);
      await test.eventually('cancelled for every workload of the person', async () => {
        const task = (await test.get(test.job(id, `/users/${first}`))).expect(200).object();
        const statuses = (task['currentStatus'] as Record<string, unknown>[]).map((entry) => entry['status']);
        return statuses.every((status) => status === 'cancelled') ? true : null;
      });
      refused(await test.post(test.job(id, `/users/${first}/cancel`)), 409, {
        message: 'Cancel is not possible. Current status is cancelled',
      });
    },
  },
  ...['', '/$ref'].map((suffix): Check => ({
    id: `operations.remove-user${suffix === '' ? '' : '-reference'}`,
    sentence: `\`DELETE {job}/users/{id}${suffix}\` takes a person out and answers 204 without a body`,
    sources: [contract('1.1 row 16', 'D0:delete-users', 'OAS'), decision('generated')],
    versions: 'every',
    run: async (test) => {
      const [first = '', second = ''] = test.data.people;
      const { id } = await test.create({ resources: [first, second] });
      (await test.delete(test.job(id, `/users/${first}${suffix}`))).expectEmpty(204);
      refused(await test.post(test.job(id, `/users/${first}/cancel`)), 409);
    },
  })),
  {
    id: 'operations.add-user',
    sentence: '`POST {job}/users` adds a person to a job that waits, and answers 201 with the task and `Location`',
    sources: [contract('1.1 row 17', 'OAS'), decision('generated')],
    versions: 'every',
    run: async (test) => {
      const [first = '', second = ''] = test.data.people;
      const { id } = await test.create({ resources: [first] });
      const body = { '@odata.type': '#microsoft.graph.crossTenantMigrationTask', id: second };
      const answer = (await test.post(test.job(id, '/users'), { body })).expect(201);
      isTask(answer.object(), 'the task');
      matches(answer.header('location'), new RegExp(`users/${second}$|users\\('${second}'\\)$`, 'i'), 'Location');
      equal(await idsIn(test, id), [first, second].map((one) => one.toLowerCase()).sort(), 'The people');
    },
  },
  {
    id: 'operations.add-user-refused',
    sentence: 'Nobody is added twice, or to a job whose validation has begun',
    sources: [contract('1.1 row 17 and 3.7', 'OAS', 'R2'), decision('generated')],
    run: async (test) => {
      const [first = '', second = ''] = test.data.people;
      const { id } = await test.create({ resources: [first] });
      refused(await test.post(test.job(id, '/users'), { body: { id: first } }), 409);
      refused(await test.post(test.job(id, '/users'), { body: {} }), 400, { names: ['id'] });
      await test.act(id, 'validate');
      refused(await test.post(test.job(id, '/users'), { body: { id: second } }), 409);
    },
  },
  {
    id: 'operations.patch-user',
    sentence: '`PATCH {job}/users/{id}` changes nothing, since a task has nothing to change',
    sources: [contract('1.1 row 18 and 2.2', 'OAS'), decision('generated')],
    versions: 'every',
    run: async (test) => {
      const [first = ''] = test.data.people;
      const { id } = await test.create();
      const path = test.job(id, `/users/${first}`);
      (await test.patch(path, { body: {} })).expect(200, 204);
      refused(await test.patch(path, { body: { color: 'red' } }), 400, { names: ['color'] });
    },
  },
];
