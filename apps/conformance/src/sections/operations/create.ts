import { type Check } from '../../checks/check';
import { contract, decision } from '../../checks/sources';
import { equal, has, matches, objectOf, oneOf } from '../../expect/expect';
import { isGuid, isJob, isTimestamp } from '../../expect/shapes';
import { WORKLOAD_WORDS } from '../../expect/vocabulary';
import { jobIn } from '../../run/job';

/** Creating a job (contract page 1.1, row 3). */
export const CREATE_OPERATIONS: readonly Check[] = [
  {
    id: 'operations.create',
    sentence: '`POST crossTenantMigrationJobs` answers 201 with the job: `submitted`, `validate`, message `""`',
    sources: [contract('1.1 row 3 and 1.3.2', 'D2:create')],
    versions: 'every',
    run: async (test) => {
      const body = test.body();
      const answer = (await test.post(test.jobs(), { body })).expect(201);
      isJob(answer.object(), 'the job');
      has(
        answer.object(),
        { displayName: body['displayName'], status: 'submitted', jobType: 'validate', message: '' },
        'the job',
      );
    },
  },
  {
    id: 'operations.create-location',
    sentence: 'The answer to a creation says where the job is; following `Location` finds it',
    sources: [contract('5.6', 'AG collections'), decision('OPEN-15')],
    versions: 'every',
    run: async (test) => {
      const answer = (await test.post(test.jobs(), { body: test.body() })).expect(201);
      const location = answer.header('location');
      matches(location, /^https?:\/\//, 'Location');
      const { pathname } = new URL(location);
      const found = jobIn((await test.get(pathname)).expect(200));
      equal(found.id, jobIn(answer).id, 'id of the job at Location');
    },
  },
  {
    id: 'operations.create-types',
    sentence: 'The answer to a creation has `@odata.type` on the job and on `exchangeSettings`',
    sources: [contract('1.3.2 and 5.3', 'D2:create')],
    run: async (test) => {
      const job = await test.create();
      equal(job['@odata.type'], '#microsoft.graph.crossTenantMigrationJob', '@odata.type of the job');
      const settings = objectOf(job['exchangeSettings'], 'exchangeSettings');
      matches(
        settings['@odata.type'],
        /^#?microsoft\.graph\.exchangeOnlineCrossTenantMigrationSettings$/,
        '@odata.type of exchangeSettings',
      );
    },
  },
  {
    id: 'operations.create-echo',
    sentence: 'What was asked for comes back: name, source, settings, workloads and all people',
    sources: [contract('1.3.2', 'D2:create')],
    run: async (test) => {
      const { sourceTenant, sourceEndpoint, targetDomain, people } = test.data;
      const body = test.body({ workloads: ['Exchange', 'Teams'], resources: people.slice(0, 3) });
      const job = jobIn((await test.post(test.jobs(), { body })).expect(201));
      has(job, { displayName: body['displayName'], resources: people.slice(0, 3) }, 'the job');
      equal(String(job['sourceTenantId']).toLowerCase(), sourceTenant.toLowerCase(), 'sourceTenantId');
      has(job['exchangeSettings'], { sourceEndpoint, targetDeliveryDomain: targetDomain }, 'exchangeSettings');
      equal(new Set(job['workloads'] as string[]), new Set(['Exchange', 'Teams']), 'workloads');
      equal(
        Date.parse(String(job['completeAfterDateTime'])),
        Date.parse(String(body['completeAfterDateTime'])),
        'completeAfterDateTime',
      );
    },
  },
  {
    id: 'operations.create-all-workloads',
    sentence: 'Without `workloads` all four are taken',
    sources: [contract('1.3.2', 'D2:create', 'R0', 'R1', 'R2')],
    run: async (test) => {
      const job = await test.create();
      equal(new Set(job['workloads'] as string[]), new Set(WORKLOAD_WORDS), 'workloads');
    },
  },
  {
    id: 'operations.create-assigned',
    sentence: 'The service assigns id, target tenant, creator and the dates of creation and change',
    sources: [contract('1.3.2 and 2.1', 'D2:create')],
    run: async (test) => {
      const job = await test.create();
      isGuid(job.id, 'id');
      isGuid(job['targetTenantId'], 'targetTenantId');
      for (const name of ['createdDateTime', 'lastUpdatedDateTime']) isTimestamp(job[name], name);
      matches(job['createdBy'], /./, 'createdBy');
      const age = Math.abs(Date.parse(String(job['createdDateTime'])) - test.server.clock.now().getTime());
      oneOf(age < 300_000, [true], `createdDateTime ${String(job['createdDateTime'])} being about now`);
    },
  },
  {
    id: 'operations.created-by',
    sentence: 'The creator is the user principal name of a person, or the id of an application',
    sources: [contract('2.1', 'D2', 'OAS'), decision('OPEN-6')],
    run: async (test) => {
      const [, payload = ''] = (await test.server.token('admin')).split('.');
      if (payload === '') test.skip('the token is no JWT, so that nobody knows whose it is');
      const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
      const names = ['upn', 'preferred_username', 'unique_name', 'appid', 'azp', 'client_id'].map(
        (name) => claims[name],
      );
      const job = await test.create();
      oneOf(
        job['createdBy'],
        names.filter((name) => name !== undefined),
        'createdBy',
      );
    },
  },
  {
    id: 'operations.create-owned-members',
    sentence: 'Members that the service owns may stand in the body, and are assigned all the same',
    sources: [contract('1.3.2 and 7.6', 'D0'), decision('OPEN-13')],
    run: async (test) => {
      const foreign = '00000000-1111-4222-8333-444444444444';
      const job = await test.create({
        id: foreign,
        status: 'submitted',
        message: 'mine',
        createdBy: 'somebody',
        createdDateTime: '2020-01-01T00:00:00Z',
        lastUpdatedDateTime: '2020-01-01T00:00:00Z',
      });
      oneOf(job.id === foreign, [false], 'id being the one of the body');
      has(job, { status: 'submitted', message: '' }, 'the job');
      oneOf(job['createdBy'] === 'somebody', [false], 'createdBy being the one of the body');
      matches(job['createdDateTime'], /^20(?:2[1-9]|[3-9])/, 'createdDateTime');
    },
  },
  {
    id: 'operations.create-typed-body',
    sentence: '`@odata.type` is accepted on the body and, with or without `#`, on `exchangeSettings`',
    sources: [contract('2.6 and 5.3', 'PY', 'D1', 'D3')],
    run: async (test) => {
      for (const mark of ['#', '']) {
        const exchangeSettings = {
          '@odata.type': `${mark}microsoft.graph.exchangeOnlineCrossTenantMigrationSettings`,
          ...objectOf(test.body()['exchangeSettings'], 'exchangeSettings'),
        };
        const body = test.body({ '@odata.type': `${mark}microsoft.graph.crossTenantMigrationJob`, exchangeSettings });
        (await test.post(test.jobs(), { body })).expect(201);
      }
    },
  },
  {
    id: 'operations.create-letter-case',
    sentence: 'Workloads and `resourceType` are read in any letter case and answered as documented',
    sources: [contract('2.7', 'D1:validate'), decision('spelling')],
    run: async (test) => {
      const job = await test.create({ workloads: ['teams', 'EXCHANGE'], resourceType: 'users' });
      equal(new Set(job['workloads'] as string[]), new Set(['Teams', 'Exchange']), 'workloads');
      equal(job['resourceType'], 'Users', 'resourceType');
    },
  },
  {
    id: 'operations.create-without-exchange',
    sentence: 'A job that moves no mailboxes needs no `exchangeSettings`',
    sources: [contract('1.3.2', 'D2:create')],
    run: async (test) => {
      const { exchangeSettings: _settings, ...body } = test.body({ workloads: ['Teams'] });
      const job = jobIn((await test.post(test.jobs(), { body })).expect(201));
      equal(job['exchangeSettings'] ?? null, null, 'exchangeSettings');
    },
  },
  {
    id: 'operations.create-starts-nothing',
    sentence: 'A job that was created waits in `submitted`',
    sources: [contract('1.3.2', 'D2:create', 'D3'), decision('OPEN-2')],
    run: async (test) => {
      const job = await test.create();
      equal((await test.read(job.id)).status, 'submitted', 'status');
    },
  },
  {
    id: 'operations.create-with-job-type',
    sentence: 'A body with `jobType` starts that kind of job at once',
    sources: [contract('3.3', 'D0', 'D1:create'), decision('OPEN-2')],
    run: async (test) => {
      const validation = await test.create({ jobType: 'validate' });
      has(validation, { status: 'validateSubmitted', jobType: 'validate' }, 'the validation job');
      const migration = await test.create({ jobType: 'migrate', resources: test.data.people.slice(1, 2) });
      equal(migration['jobType'], 'migrate', 'jobType of the migration job');
      await test.until(migration.id, ['processing', 'inProgress', 'validateInProgress', 'validatePassed']);
    },
  },
  {
    id: 'operations.create-unknown-people',
    sentence: 'People and tenants that nobody knows are accepted by creation, for validation to find',
    sources: [contract('4.2 CTTM-014 and CTTM-015', 'ERR'), decision('people')],
    run: async (test) => {
      await test.create({ resources: ['12345678-0000-4000-8000-000000000000'] });
      await test.create({ sourceTenantId: '87654321-0000-4000-8000-000000000000' });
    },
  },
];
