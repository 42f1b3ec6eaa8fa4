import type { Check } from '../../checks/check';
import { contract, decision, jsonFormat } from '../../checks/sources';
import { equal } from '../../expect/expect';

const JOBS = 'solutions/migrations/crossTenantMigrationJobs';

/** `@odata.context` of each operation (contract page 1.3 and 5.3). */
export const CONTEXT_CHECKS: readonly Check[] = [
  {
    id: 'answers.context-jobs',
    sentence: 'The context of lists and of single jobs is the address of `$metadata`, then the set',
    sources: [contract('1.3.1 to 1.3.3', 'D1:list', 'D2:create', 'D1:get'), jsonFormat('10.2')],
    versions: 'every',
    run: async (test) => {
      const at = test.absolute(`${test.root}/$metadata#${JOBS}`);
      const created = await test.create();
      equal(created['@odata.context'], `${at}/$entity`, '@odata.context of the creation');
      equal((await test.read(created.id))['@odata.context'], `${at}/$entity`, '@odata.context of the job');
      equal((await test.get(test.jobs())).object()['@odata.context'], at, '@odata.context of the list');
    },
  },
  {
    id: 'answers.context-actions',
    sentence: 'The context of an action is the type of the job',
    sources: [contract('1.3.6 and 1.3.8', 'D2:validate', 'D2:migrate')],
    versions: 'every',
    run: async (test) => {
      const { id } = await test.create();
      const { '@odata.context': context } = (await test.act(id, 'validate')).object();
      equal(context, test.absolute(`${test.root}/$metadata#microsoft.graph.crossTenantMigrationJob`), '@odata.context');
    },
  },
  {
    id: 'answers.context-users',
    sentence: 'The context of people names their job by its id',
    sources: [contract('1.3.10 and 1.3.11', 'D1:list-users', 'D1:task-get')],
    versions: 'every',
    run: async (test) => {
      const [person = ''] = test.data.people;
      const { id, displayName } = await test.create();
      const at = test.absolute(`${test.root}/$metadata#${JOBS}('${id}')/users`);
      for (const key of [id, displayName]) {
        const list = (await test.get(test.job(key, '/users'))).expect(200).object();
        equal(list['@odata.context'], at, '@odata.context of the list');
        const one = (await test.get(test.job(key, `/users/${person}`))).expect(200).object();
        equal(one['@odata.context'], `${at}/$entity`, '@odata.context of the person');
      }
    },
  },
  {
    id: 'answers.context-root',
    sentence: 'The context of the root is its address',
    sources: [jsonFormat('10.4'), decision('generated')],
    run: async (test) => {
      const { '@odata.context': context } = (await test.get(`${test.root}/solutions/migrations`)).expect(200).object();
      equal(context, test.absolute(`${test.root}/$metadata#solutions/migrations/$entity`), '@odata.context');
    },
  },
];
