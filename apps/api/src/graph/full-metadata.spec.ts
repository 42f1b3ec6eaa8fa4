import { withFullMetadata, withoutMetadata } from './full-metadata';

const ROOT = 'https://ferry.example/v1.0';
const JOBS = 'solutions/migrations/crossTenantMigrationJobs';
const ID = '0a0a0a0a-0000-4000-8000-000000000001';
const PERSON = '22222222-0000-4000-8000-000000000001';
const contextOf = (fragment: string) => ({ '@odata.context': `${ROOT}/$metadata#${fragment}` });

const task = {
  id: PERSON,
  taskType: 'Users',
  lastUpdatedDateTime: new Date(0),
  currentStatus: [
    { service: 'Exchange', status: 'invalid', message: '', errors: [{ code: 'CTM-100', message: 'not mapped' }] },
  ],
};
const fullTask = (job: string) => ({
  '@odata.type': '#microsoft.graph.crossTenantMigrationTask',
  '@odata.id': `${ROOT}/${JOBS}('${job}')/users('${PERSON}')`,
  '@odata.editLink': `${JOBS}('${job}')/users('${PERSON}')`,
  ...task,
  'lastUpdatedDateTime@odata.type': '#DateTimeOffset',
  'currentStatus@odata.type': '#Collection(microsoft.graph.crossTenantMigrationServiceStatusDetails)',
  currentStatus: [
    {
      '@odata.type': '#microsoft.graph.crossTenantMigrationServiceStatusDetails',
      service: 'Exchange',
      'status@odata.type': '#microsoft.graph.crossTenantMigrationServiceStatus',
      status: 'invalid',
      message: '',
      'errors@odata.type': '#Collection(microsoft.graph.error)',
      errors: [{ '@odata.type': '#microsoft.graph.error', code: 'CTM-100', message: 'not mapped' }],
    },
  ],
});

describe('withFullMetadata', () => {
  it('tells type and address of a job, and where its people are', () => {
    const answer = { ...contextOf(`${JOBS}/$entity`), id: ID, status: 'submitted', createdDateTime: new Date(0) };
    const settings = { sourceEndpoint: 'one', targetDeliveryDomain: 'two' };
    expect(withFullMetadata({ ...answer, workloads: ['Teams'], exchangeSettings: settings })).toEqual({
      ...answer,
      '@odata.type': '#microsoft.graph.crossTenantMigrationJob',
      '@odata.id': `${ROOT}/${JOBS}('${ID}')`,
      '@odata.editLink': `${JOBS}('${ID}')`,
      'status@odata.type': '#microsoft.graph.crossTenantMigrationJobStatus',
      'createdDateTime@odata.type': '#DateTimeOffset',
      'workloads@odata.type': '#Collection(String)',
      workloads: ['Teams'],
      exchangeSettings: {
        '@odata.type': '#microsoft.graph.exchangeOnlineCrossTenantMigrationSettings',
        ...settings,
      },
      'users@odata.associationLink': `${ROOT}/${JOBS}('${ID}')/users/$ref`,
      'users@odata.navigationLink': `${ROOT}/${JOBS}('${ID}')/users`,
    });
  });

  it('tells the same of every job of a list, of what was expanded, and after an action', () => {
    const list = {
      ...contextOf(`${JOBS}(id,displayName,users())`),
      '@odata.nextLink': 'next',
      value: [{ id: ID, users: [task] }],
    };
    expect(withFullMetadata(list)).toMatchObject({
      '@odata.nextLink': 'next',
      value: [{ '@odata.id': `${ROOT}/${JOBS}('${ID}')`, users: [fullTask(ID)] }],
    });
    expect(withFullMetadata({ ...contextOf('microsoft.graph.crossTenantMigrationJob'), id: ID })).toMatchObject({
      '@odata.editLink': `${JOBS}('${ID}')`,
    });
  });

  it('tells what people are, alone and in a list', () => {
    const set = `${JOBS}('${ID}')/users`;
    expect(withFullMetadata({ ...contextOf(`${set}/$entity`), ...task })).toEqual({
      ...contextOf(`${set}/$entity`),
      ...fullTask(ID),
    });
    expect(withFullMetadata({ ...contextOf(`${set}(id)`), value: [task] })).toMatchObject({ value: [fullTask(ID)] });
  });

  it('has no address for what was selected without its id', () => {
    const answer = withFullMetadata({ ...contextOf(`${JOBS}(message)/$entity`), message: '' });
    expect(answer).toEqual({
      ...contextOf(`${JOBS}(message)/$entity`),
      '@odata.type': '#microsoft.graph.crossTenantMigrationJob',
      message: '',
    });
  });

  it('knows the root, and the answer to a cancellation', () => {
    const context = contextOf('solutions/migrations/$entity');
    expect(withFullMetadata({ ...context, id: ID })).toEqual({
      ...context,
      '@odata.type': '#microsoft.graph.migrationsRoot',
      '@odata.id': `${ROOT}/solutions/migrations`,
      '@odata.editLink': 'solutions/migrations',
      id: ID,
      'crossTenantMigrationJobs@odata.associationLink': `${ROOT}/${JOBS}/$ref`,
      'crossTenantMigrationJobs@odata.navigationLink': `${ROOT}/${JOBS}`,
    });
    expect(withFullMetadata({ status: 'Accepted', message: 'accepted' })).toEqual({
      '@odata.type': '#microsoft.graph.crossTenantMigrationCancelResponse',
      status: 'Accepted',
      message: 'accepted',
    });
  });
});

describe('withoutMetadata', () => {
  it('leaves nothing but members, the count and the link to the next page', () => {
    const at = new Date(0);
    expect(
      withoutMetadata({
        ...contextOf(JOBS),
        '@odata.count': 3,
        '@odata.nextLink': 'next',
        value: [
          {
            '@odata.type': '#x',
            id: ID,
            createdDateTime: at,
            'users@odata.nextLink': 'more',
            users: [{ '@odata.type': '#y' }],
          },
        ],
      }),
    ).toEqual({
      '@odata.count': 3,
      '@odata.nextLink': 'next',
      value: [{ id: ID, createdDateTime: at, 'users@odata.nextLink': 'more', users: [{}] }],
    });
  });
});
