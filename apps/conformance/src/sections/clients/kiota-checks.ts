import { randomUUID } from 'node:crypto';
import type { Check } from '../../checks/check';
import { contract, decision } from '../../checks/sources';
import { arrayOf, equal, has, holds, matches, objectOf, textOf } from '../../expect/expect';
import type { CheckContext } from '../../run/check-context';
import { jobIn } from '../../run/job';
import { Kiota } from './kiota';
import { isDate, isJobModel, isKnown, isTaskModel } from './model-shapes';

const SOURCE = contract('7.2', 'TSB', 'KTS');

const kiota = (test: CheckContext): Promise<Kiota> => test.shared('kiota', () => Kiota.load());

/** The models of `@microsoft/msgraph-beta-sdk`, read and written by Kiota (contract page 7.2). */
export const KIOTA_CHECKS: readonly Check[] = [
  {
    id: 'clients.kiota-job',
    sentence: 'The generated model reads every member of a job with its type, from each operation that answers one',
    sources: [SOURCE, contract('2.1', 'OAS')],
    versions: 'every',
    run: async (test) => {
      const library = await kiota(test);
      const create = library.models.createCrossTenantMigrationJobFromDiscriminatorValue;
      const created = (await test.post(test.jobs(), { body: test.body() })).expect(201);
      const { id } = isJobModel(library, library.read(created.bytes, create), 'the created job');
      const read = (await test.get(test.job(String(id)))).expect(200);
      isJobModel(library, library.read(read.bytes, create), 'the job');
      const full = await test.get(test.job(String(id)), {
        headers: { accept: 'application/json;odata.metadata=full' },
      });
      if (full.status === 200) isJobModel(library, library.read(full.bytes, create), 'the job with full metadata');
      const validated = await test.act(String(id), 'validate');
      has(isJobModel(library, library.read(validated.bytes, create), 'the validated job'), { id }, 'the validated job');
    },
  },
  {
    id: 'clients.kiota-jobs',
    sentence: 'The generated model reads a list of jobs, with its next link',
    sources: [SOURCE, contract('2.6', 'OAS', 'PY')],
    versions: 'every',
    run: async (test) => {
      const library = await kiota(test);
      await test.create();
      await test.create({ resources: test.data.people.slice(1, 2) });
      const answer = (await test.get(`${test.jobs()}?%24top=1&%24count=true`)).expect(200);
      const create = library.models.createCrossTenantMigrationJobCollectionResponseFromDiscriminatorValue;
      const list = library.read(answer.bytes, create);
      for (const job of arrayOf(list['value'], 'value')) isJobModel(library, job, 'a listed job');
      matches(list['odataNextLink'], /^https?:\/\/[^{}]+$/, 'odataNextLink');
      holds(Number(list['odataCount']) >= 2, 'odataCount is no number of jobs.');
      isKnown(list, 'the list');
    },
  },
  {
    id: 'clients.kiota-people',
    sentence: 'The generated model reads people, their workloads and their errors',
    sources: [SOURCE, contract('2.2 and 2.3', 'OAS'), decision('people')],
    run: async (test) => {
      const library = await kiota(test);
      const { id } = await test.create({ resources: [randomUUID()] });
      await test.act(id, 'validate');
      await test.until(id, ['validateFailed'], ['validatePassed']);
      const list = (await test.get(test.job(id, '/users'))).expect(200);
      const create = library.models.createCrossTenantMigrationTaskCollectionResponseFromDiscriminatorValue;
      const [task] = arrayOf(library.read(list.bytes, create)['value'], 'value');
      holds(isTaskModel(library, task, 'a listed person').length > 0, 'The person has no errors.');
      const one = (await test.get(test.job(id, `/users/${String(objectOf(task, 'the person')['id'])}`))).expect(200);
      const createOne = library.models.createCrossTenantMigrationTaskFromDiscriminatorValue;
      isTaskModel(library, library.read(one.bytes, createOne), 'the person');
    },
  },
  {
    id: 'clients.kiota-expanded',
    sentence: 'The generated model reads the people that are expanded in a job',
    sources: [SOURCE, contract('2.1', 'OAS'), decision('OPEN-14')],
    run: async (test) => {
      const library = await kiota(test);
      const { id } = await test.create();
      const answer = (await test.get(`${test.job(id)}?%24expand=users`)).expect(200);
      const create = library.models.createCrossTenantMigrationJobFromDiscriminatorValue;
      const job = isJobModel(library, library.read(answer.bytes, create), 'the job');
      const tasks = arrayOf(job['users'], 'users');
      equal(tasks.length, 1, 'The number of people');
      for (const task of tasks) isTaskModel(library, task, 'an expanded person');
    },
  },
  {
    id: 'clients.kiota-cancellations',
    sentence: 'The generated model reads the answers to cancelling a person and a job',
    sources: [SOURCE, contract('2.5', 'OAS')],
    run: async (test) => {
      const library = await kiota(test);
      const [first = '', second = ''] = test.data.people;
      const { id } = await test.create({ resources: [first, second] });
      const create = library.models.createCrossTenantMigrationCancelResponseFromDiscriminatorValue;
      const person = (await test.post(test.job(id, `/users/${first}/cancel`))).expect(202);
      const job = await test.act(id, 'cancel');
      for (const [answer, status] of [
        [person, 'Accepted'],
        [job, 'pendingCancel'],
      ] as const) {
        const model = library.read(answer.bytes, create);
        equal(model['status'], status, 'status');
        matches(model['message'], /\w/, 'message');
      }
    },
  },
  {
    id: 'clients.kiota-root',
    sentence: 'The generated model reads the root',
    sources: [SOURCE, contract('2.6', 'OAS'), decision('generated')],
    run: async (test) => {
      const library = await kiota(test);
      const answer = (await test.get(`${test.root}/solutions/migrations`)).expect(200);
      const root = library.read(answer.bytes, library.models.createMigrationsRootFromDiscriminatorValue);
      textOf(root['id'], 'id');
      isKnown(root, 'the root');
    },
  },
  {
    id: 'clients.kiota-errors',
    sentence: 'The generated model reads a refusal: code, message, details with targets, date and ids',
    sources: [SOURCE, contract('2.6 and 5.1', 'OAS', 'PY main_error')],
    versions: 'every',
    run: async (test) => {
      const library = await kiota(test);
      const { displayName } = await test.create();
      const refusals = [
        await test.get(test.job('00000000-0000-4000-8000-00000000dead')),
        await test.post(test.jobs(), { body: test.body({ displayName }) }),
        await test.get(test.jobs(), { as: 'nobody' }),
      ];
      for (const answer of refusals) {
        const error = objectOf(library.readError(answer.bytes)['errorEscaped'], 'error');
        for (const name of ['code', 'message']) textOf(error[name], name);
        const inner = objectOf(error['innerError'], 'innerError');
        isDate(inner['date'], 'date');
        equal(inner['requestId'], answer.header('request-id'), 'requestId');
        equal(inner['clientRequestId'], answer.header('client-request-id'), 'clientRequestId');
        isKnown(error, 'the error');
      }
      const [, used] = refusals;
      const { errorEscaped } = library.readError(used?.bytes ?? Buffer.from('{}'));
      const [detail] = arrayOf(objectOf(errorEscaped, 'error')['details'], 'details');
      has(detail, { code: 'duplicateDisplayNameJob', target: 'displayName' }, 'the detail');
    },
  },
  {
    id: 'clients.kiota-written-body',
    sentence: 'A body that the generated model wrote is accepted, and read back as it was',
    sources: [SOURCE, contract('5.7', 'KTS')],
    versions: 'every',
    run: async (test) => {
      const library = await kiota(test);
      const { exchangeSettings, ...more } = test.body();
      const completeAfterDateTime = new Date(String(more['completeAfterDateTime']));
      const settings = {
        odataType: '#microsoft.graph.exchangeOnlineCrossTenantMigrationSettings',
        ...objectOf(exchangeSettings, 'exchangeSettings'),
      };
      const model = {
        odataType: '#microsoft.graph.crossTenantMigrationJob',
        ...more,
        completeAfterDateTime,
        exchangeSettings: settings,
        workloads: ['Exchange', 'Teams'],
      };
      const answer = (await test.post(test.jobs(), { body: library.writeJob(model) })).expect(201);
      equal(jobIn(answer).displayName, model['displayName' as keyof typeof model], 'displayName');
      const create = library.models.createCrossTenantMigrationJobFromDiscriminatorValue;
      const job = isJobModel(library, library.read(answer.bytes, create), 'the job');
      equal(job['completeAfterDateTime'], completeAfterDateTime, 'completeAfterDateTime');
    },
  },
];
