import { type Check } from '../../checks/check';
import { contract, decision, rfc } from '../../checks/sources';
import { equal, holds, matches } from '../../expect/expect';
import { isJob, isTask } from '../../expect/shapes';
import { refused } from '../../expect/refusal';

/** Reading one thing (contract page 1.1, rows 4, 5, 14 and 19). */
export const READ_OPERATIONS: readonly Check[] = [
  {
    id: 'operations.get-job',
    sentence: '`GET {job}` answers 200 with the job',
    sources: [contract('1.1 row 4 and 1.3.3', 'D1:get')],
    versions: 'every',
    run: async (test) => {
      const { id, displayName } = await test.create();
      const answer = (await test.get(test.job(id))).expect(200);
      isJob(answer.object(), 'the job');
      equal(answer.object()['displayName'], displayName, 'displayName');
    },
  },
  {
    id: 'operations.get-job-resources',
    sentence: '`resources` is full on a single job, and empty in a list',
    sources: [contract('1.3.3', 'D1:get', 'D1:list'), decision('OPEN-7')],
    run: async (test) => {
      const people = test.data.people.slice(0, 2);
      const { id, displayName } = await test.create({ resources: people });
      equal((await test.read(id))['resources'], people, 'resources of the job');
      const listed = (await test.get(test.jobs())).expect(200).object()['value'] as Record<string, unknown>[];
      const one = listed.find((job) => job['displayName'] === displayName);
      holds(one !== undefined, 'The new job is not on the first page.');
      equal(one['resources'], [], 'resources of the listed job');
    },
  },
  {
    id: 'operations.get-user',
    sentence: '`GET {job}/users/{id}` answers the task of a person',
    sources: [contract('1.1 row 14 and 1.3.11', 'D1:task-get')],
    versions: 'every',
    run: async (test) => {
      const [person = ''] = test.data.people;
      const { id } = await test.create();
      const answer = (await test.get(test.job(id, `/users/${person}`))).expect(200);
      isTask(answer.object(), 'the task');
      equal(String(answer.object()['id']).toLowerCase(), person.toLowerCase(), 'id');
    },
  },
  {
    id: 'operations.get-root',
    sentence: '`GET solutions/migrations` answers the root',
    sources: [contract('1.1 row 19 and 2.6', 'OAS'), decision('generated')],
    versions: 'every',
    run: async (test) => {
      const answer = (await test.get(`${test.root}/solutions/migrations`)).expect(200);
      matches(answer.object()['id'], /./, 'id');
    },
  },
  {
    id: 'operations.patch-root',
    sentence: '`PATCH solutions/migrations` changes nothing, since the root has nothing to change',
    sources: [contract('1.1 row 19', 'OAS'), decision('generated')],
    run: async (test) => {
      const path = `${test.root}/solutions/migrations`;
      (await test.patch(path, { body: {} })).expect(200, 204);
      refused(await test.patch(path, { body: { color: 'red' } }), 400, { names: ['color'] });
    },
  },
  {
    id: 'operations.delete-root',
    sentence: '`DELETE solutions/migrations`, which would take every job along, is refused with 405',
    sources: [contract('1.1 row 19', 'OAS'), decision('generated')],
    run: async (test) => {
      const answer = await test.delete(`${test.root}/solutions/migrations`);
      refused(answer, 405);
      matches(answer.header('allow'), /\bGET\b/, 'Allow');
    },
  },
  {
    id: 'operations.head',
    sentence: 'HEAD is answered as GET is, without the body',
    sources: [rfc(9110, '9.3.2'), decision('methods')],
    versions: 'every',
    run: async (test) => {
      const { id } = await test.create();
      for (const path of [test.jobs(), test.job(id), test.job(id, '/users')]) {
        const answer = (await test.send('HEAD', path)).expect(200);
        equal(answer.text, '', 'The body');
        matches(answer.header('content-type'), /^application\/json\b/, 'Content-Type');
      }
      (await test.send('HEAD', test.job('00000000-0000-4000-8000-00000000dead'))).expect(404);
    },
  },
  {
    id: 'operations.options',
    sentence: 'OPTIONS tells the methods of an address',
    sources: [rfc(9110, '9.3.7'), decision('methods')],
    versions: 'every',
    run: async (test) => {
      const { id } = await test.create();
      const addresses = [
        [test.jobs(), ['GET', 'POST']],
        [test.job(id), ['GET', 'PATCH', 'DELETE']],
        [test.job(id, '/validate'), ['POST']],
        [test.job(id, '/users'), ['GET', 'POST']],
      ] as const;
      for (const [path, methods] of addresses) {
        const answer = (await test.send('OPTIONS', path)).expect(200, 204);
        const allowed = answer.header('allow').split(/\s*,\s*/);
        for (const method of methods)
          holds(allowed.includes(method), `Allow of ${path} has no ${method}: ${allowed.join()}.`);
      }
    },
  },
];
