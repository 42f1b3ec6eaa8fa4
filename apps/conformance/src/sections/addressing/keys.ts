import type { Check } from '../../checks/check';
import { contract, conventions, decision } from '../../checks/sources';
import { equal, has, matches } from '../../expect/expect';
import { refused } from '../../expect/refusal';
import { jobIn } from '../../run/job';
import { nameKey } from './names';

const NOBODY = '00000000-0000-4000-8000-00000000dead';

/** How a job and a person may be named (contract page 1.1 and 5.7). */
export const KEY_CHECKS: readonly Check[] = [
  {
    id: 'addressing.quoted-id',
    sentence: "`crossTenantMigrationJobs('{id}')` is the job, with people and actions below it",
    sources: [contract('5.7', 'D1:list-users', 'D1:task-get'), conventions('4.3.1')],
    versions: 'every',
    run: async (test) => {
      const { id } = await test.create();
      const path = test.jobs(`('${id}')`);
      equal(jobIn((await test.get(path)).expect(200)).id, id, 'id');
      (await test.get(`${path}/users`)).expect(200);
      (await test.post(`${path}/cancel`)).expect(202);
    },
  },
  {
    id: 'addressing.quoted-user',
    sentence: "`users('{id}')` is the person",
    sources: [contract('5.7', 'D1:task-get'), conventions('4.3.1')],
    run: async (test) => {
      const [person = ''] = test.data.people;
      const { id } = await test.create();
      const task = (await test.get(test.jobs(`('${id}')/users('${person}')`))).expect(200).object();
      equal(String(task['id']).toLowerCase(), person.toLowerCase(), 'id');
    },
  },
  {
    id: 'addressing.name-key-operations',
    sentence: "`(displayName='...')` takes GET, PATCH and the actions",
    sources: [contract('1.1 rows 5, 6, 8, 10 and 11', 'OAS', 'PY')],
    versions: 'every',
    run: async (test) => {
      const { id, displayName } = await test.create();
      const path = test.jobs(nameKey(displayName));
      equal(jobIn((await test.get(path)).expect(200)).id, id, 'id');
      (await test.patch(path, { body: { completeAfterDateTime: test.inSeconds(50 * 86_400) } })).expect(204);
      refused(await test.post(`${path}/migrate`), 409);
      has((await test.post(`${path}/validate`)).expect(200).object(), { id, status: 'validateSubmitted' }, 'the job');
      (await test.post(`${path}/cancel`)).expect(202);
    },
  },
  {
    id: 'addressing.name-key-delete',
    sentence: "`DELETE crossTenantMigrationJobs(displayName='...')` deletes the job",
    sources: [contract('1.1 row 7', 'OAS')],
    run: async (test) => {
      const { id, displayName } = await test.create();
      await test.act(id, 'cancel');
      await test.until(id, ['cancelled']);
      (await test.delete(test.jobs(nameKey(displayName)))).expectEmpty(202);
    },
  },
  {
    id: 'addressing.encoded-key',
    sentence: 'Parentheses, the equals sign and quotes of a key may be percent-encoded',
    sources: [contract('5.4 and 7.2', 'TSB', 'KTS'), conventions('4.3.1')],
    run: async (test) => {
      const { id, displayName } = await test.create({ displayName: test.name("Ann's") });
      const value = encodeURIComponent(displayName.replaceAll("'", "''")).replaceAll("'", '%27');
      const path = test.jobs(`%28displayName%3D%27${value}%27%29`);
      equal(jobIn((await test.get(path)).expect(200)).id, id, 'id');
    },
  },
  {
    id: 'addressing.letter-case-paths',
    sentence: 'Paths are matched without regard to letter case',
    sources: [contract('1.1 path facts', 'R0', 'D1:delete', 'D1:list')],
    versions: 'every',
    run: async (test) => {
      const [person = ''] = test.data.people;
      const { id } = await test.create();
      const spellings = [
        'Solutions/Migrations/CrossTenantMigrationJobs',
        'solutions/migrations/crosstenantmigrationjobs',
      ];
      for (const spelling of spellings) {
        const path = `${test.root}/${spelling}`;
        (await test.get(path)).expect(200);
        equal(jobIn((await test.get(`${path}/${id}`)).expect(200)).id, id, 'id');
        (await test.get(`${path}/${id}/Users/${person}`)).expect(200);
        (await test.get(`${path}('${id}')/USERS`)).expect(200);
      }
      (await test.post(`${test.root}/SOLUTIONS/MIGRATIONS/CROSSTENANTMIGRATIONJOBS/${id}/Cancel`)).expect(202);
    },
  },
  {
    id: 'addressing.letter-case-ids',
    sentence: 'Ids of jobs and people match in any letter case',
    sources: [contract('5.7', 'AG collections'), decision('OPEN-20')],
    run: async (test) => {
      const [person = ''] = test.data.people;
      const { id } = await test.create();
      const path = test.job(id.toUpperCase());
      equal(jobIn((await test.get(path)).expect(200)).id, id, 'id');
      equal(jobIn((await test.get(test.jobs(`('${id.toUpperCase()}')`))).expect(200)).id, id, 'id');
      (await test.get(`${path}/users/${person.toUpperCase()}`)).expect(200);
    },
  },
  {
    id: 'addressing.qualified-actions',
    sentence: 'Actions are found with `microsoft.graph.` before their names, on every form of a key',
    sources: [contract('1.1 path facts', 'OAS')],
    versions: 'every',
    run: async (test) => {
      const [first = '', second = ''] = test.data.people;
      const { id, displayName } = await test.create({ resources: [first, second] });
      (await test.post(test.job(id, `/users/${second}/microsoft.graph.cancel`))).expect(202);
      refused(await test.post(test.job(displayName, '/microsoft.graph.migrate')), 409);
      (await test.post(test.jobs(`${nameKey(displayName)}/microsoft.graph.validate`))).expect(200);
      (await test.post(test.jobs(`('${id}')/microsoft.graph.cancel`))).expect(202);
    },
  },
  {
    id: 'addressing.encoded-dollar',
    sentence: 'The dollar sign of `$count` and `$ref` may be percent-encoded',
    sources: [contract('7.2', 'TSB', 'KTS')],
    run: async (test) => {
      const [first = '', second = ''] = test.data.people;
      const { id } = await test.create({ resources: [first, second] });
      matches((await test.get(test.jobs('/%24count'))).expect(200).text, /^\d+$/, 'The number of jobs');
      equal((await test.get(test.job(id, '/users/%24count'))).expect(200).text, '2', 'The number of people');
      (await test.delete(test.job(id, `/users/${first}/%24ref`))).expect(204);
    },
  },
  {
    id: 'addressing.id-before-name',
    sentence: 'A name that is the id of another job is found by `(displayName=...)`; the plain segment is the id',
    sources: [contract('8 OPEN-20', 'R0', 'R1', 'R2'), decision('OPEN-20')],
    run: async (test) => {
      const older = await test.create();
      const newer = await test.create({ displayName: older.id });
      equal(jobIn((await test.get(test.job(older.id))).expect(200)).id, older.id, 'id of the segment');
      equal(jobIn((await test.get(test.jobs(nameKey(older.id)))).expect(200)).id, newer.id, 'id of the key');
    },
  },
  {
    id: 'addressing.unknown-job',
    sentence: 'A job that does not exist is 404, however it is named',
    sources: [contract('1.4 and 5.7', 'D2', 'AG alternate-key')],
    versions: 'every',
    run: async (test) => {
      const name = test.name('nobody');
      for (const path of [test.job(NOBODY), test.job(name), test.jobs(`('${NOBODY}')`), test.jobs(nameKey(name))]) {
        refused(await test.get(path), 404);
      }
      for (const action of ['validate', 'migrate', 'cancel'])
        refused(await test.post(test.job(NOBODY, `/${action}`)), 404);
      const body = { completeAfterDateTime: test.inSeconds(86_400) };
      refused(await test.patch(test.job(NOBODY), { body }), 404);
      refused(await test.delete(test.job(NOBODY)), 404);
      refused(await test.get(test.job(NOBODY, '/users')), 404);
    },
  },
  {
    id: 'addressing.unknown-user',
    sentence: 'A person who is not in the job is 404',
    sources: [contract('1.3.11 and 1.3.12', 'R2')],
    run: async (test) => {
      const { id } = await test.create();
      for (const person of [NOBODY, 'nobody']) {
        refused(await test.get(test.job(id, `/users/${person}`)), 404);
        refused(await test.post(test.job(id, `/users/${person}/cancel`)), 404);
      }
    },
  },
  {
    id: 'addressing.wrong-key',
    sentence: 'A member that is no key, and a key that cannot be read, are refused with 400',
    sources: [contract('5.7', 'AG alternate-key')],
    run: async (test) => {
      refused(await test.get(test.jobs("(status='submitted')")), 400);
      refused(await test.get(test.jobs("(displayName='wave)")), 400);
    },
  },
  {
    id: 'addressing.blanks-around-name',
    sentence: 'Blanks around a name are refused or taken away, but never lost without a word',
    sources: [contract('2.1', 'D1', 'D2'), decision('values')],
    run: async (test) => {
      const displayName = ` ${test.name()} `;
      const answer = await test.post(test.jobs(), { body: test.body({ displayName }) });
      if (answer.status !== 201) {
        refused(answer, [400, 422], { names: ['displayName'] });
        return;
      }
      const job = jobIn(answer);
      equal(jobIn((await test.get(test.jobs(nameKey(job.displayName)))).expect(200)).id, job.id, 'id by the name');
    },
  },
];
