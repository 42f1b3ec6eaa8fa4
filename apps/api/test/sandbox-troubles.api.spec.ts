import {
  API_ROUTES,
  JobReport,
  JobStatus,
  type SandboxTrouble,
  SandboxTroubleCollection,
  SandboxTroubleKind,
  ServiceStatus,
  Workload,
} from '@ferry/contracts';
import { asContract } from './support/contract-answer';
import { drive, errorsOf, untilEnded } from './support/driven-jobs';
import { errorOf, JOBS, TestApi, type Who } from './support/test-api';
import { fabrikamPerson } from './support/test-service';

const URL = `/${API_ROUTES.sandboxTroubles}`;
const ofFiles = (number: number) => ({ personId: fabrikamPerson(number), service: Workload.ODSP });

describe('Troubles of the sandbox that somebody drives', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await TestApi.start({ FERRY_PAST_DATE: 'due-now' });
  });
  afterAll(() => api.destroy());

  const list = async (as: Who = 'admin') => {
    const answer = await api.get(URL, { as });
    return asContract(SandboxTroubleCollection, answer.json()).value;
  };
  const happened = async () => (await list()).map((trouble) => trouble.happened);
  const migrateFiles = async (people: readonly number[]) => {
    const due = { jobType: 'migrate', workloads: ['ODSP'], completeAfterDateTime: api.inMinutes(-1) };
    const job = await api.create(people, due);
    await untilEnded(api, job.id);
    return api.job(job.id);
  };
  const reportOf = async (id: string) => {
    const answer = await api.get(`/${API_ROUTES.jobReport(id)}`);
    return asContract(JobReport, answer.json()).people.flatMap(({ services }) => services);
  };

  it('are kept as they were set, each time instead of those before, until they are cleared', async () => {
    await drive(api, [{ kind: SandboxTroubleKind.Disconnect, ...ofFiles(1), times: 2 }]);
    const wanted = {
      kind: 'THROTTLE',
      personId: fabrikamPerson(2).toUpperCase(),
      service: 'odsp',
      retryAfterSeconds: 7,
    };
    const answer = await api.send('PUT', URL, {
      body: { value: [wanted, { kind: 'unmet', prerequisite: 'ctmsApp' }] },
    });
    const nothing = { personId: null, service: null, prerequisite: null, side: null, code: null, parameters: [] };
    const none = { ...nothing, retryAfterSeconds: null, times: null, happened: 0 };
    expect(asContract(SandboxTroubleCollection, answer.json()).value).toEqual([
      { ...none, kind: 'throttle', ...ofFiles(2), retryAfterSeconds: 7 },
      { ...none, kind: 'unmet', prerequisite: 'ctmsApp', side: 'target' },
    ]);
    expect(await list('reader')).toHaveLength(2);
    expect((await api.delete(URL)).statusCode).toBe(204);
    expect(await list()).toEqual([]);
  });

  it('are those of one tenant: nobody else sees, replaces or suffers them', async () => {
    await drive(api, [{ kind: SandboxTroubleKind.Disconnect, ...ofFiles(1) }]);
    expect(await list('northwind')).toEqual([]);
    expect((await api.delete(URL, { as: 'northwind' })).statusCode).toBe(204);
    expect(await list()).toHaveLength(1);
    const value = [{ kind: 'disconnect', ...ofFiles(1) }];
    const refused = await api.send('PUT', URL, { as: 'northwind', body: { value } });
    expect([refused.statusCode, errorOf(refused).details?.[0]?.target]).toEqual([422, 'value[0].personId']);
  });

  it.each<[what: string, trouble: object, target: string]>([
    ['a kind that there is none of', { kind: 'explode' }, 'value[0].kind'],
    ['a trouble of a store without a person', { kind: 'disconnect', service: 'ODSP' }, 'value[0].personId'],
    [
      'a trouble of a store without a workload',
      { kind: 'disconnect', personId: fabrikamPerson(1) },
      'value[0].service',
    ],
    ['a wait of no length', { kind: 'throttle', ...ofFiles(1) }, 'value[0].retryAfterSeconds'],
    ['a refusal without a code', { kind: 'refuse', ...ofFiles(1) }, 'value[0].code'],
    ['an unknown code', { kind: 'refuse', ...ofFiles(1), code: 'CTM-999' }, 'value[0].code'],
    ['the code of a request', { kind: 'refuse', ...ofFiles(1), code: 'jobNotFound' }, 'value[0].code'],
    ['the code of another workload', { kind: 'refuse', ...ofFiles(1), code: 'CTTM-005' }, 'value[0].code'],
    [
      'too few parameters',
      { kind: 'refuse', ...ofFiles(1), code: 'AccessDenied', parameters: ['x'] },
      'value[0].parameters',
    ],
    [
      'parameters for nothing',
      { kind: 'refuse', ...ofFiles(1), code: 'CTM-100', parameters: ['x'] },
      'value[0].parameters',
    ],
    [
      'a parameter that cannot be printed',
      { kind: 'refuse', ...ofFiles(1), code: 'QuotaExceeded', parameters: ['a\u0000'] },
      'value[0].parameters[0]',
    ],
    ['a code for a broken connection', { kind: 'disconnect', ...ofFiles(1), code: 'CTM-100' }, 'value[0].code'],
    ['a prerequisite of both tenants without a side', { kind: 'unmet', prerequisite: 'teamsApp' }, 'value[0].side'],
    ['a side where nobody looks', { kind: 'unmet', prerequisite: 'ctmsApp', side: 'source' }, 'value[0].side'],
    ['nothing that is not met', { kind: 'unmet' }, 'value[0].prerequisite'],
    ['somebody unknown', { kind: 'disconnect', personId: fabrikamPerson(9_999), service: 'ODSP' }, 'value[0].personId'],
    ['no time at all', { kind: 'disconnect', ...ofFiles(1), times: 0 }, 'value[0].times'],
  ])('are refused by name: %s', async (_what, trouble, target) => {
    const before = await list();
    const answer = await api.send('PUT', URL, { body: { value: [trouble] } });
    expect([answer.statusCode, errorOf(answer).details?.map((detail) => detail.target)]).toEqual([422, [target]]);
    expect(await list()).toEqual(before);
  });

  it('break and slow down as often as they are to, and then let everything through', async () => {
    await drive(api, [
      { kind: SandboxTroubleKind.Disconnect, ...ofFiles(3), times: 3 },
      { kind: SandboxTroubleKind.Throttle, ...ofFiles(4), retryAfterSeconds: 40, times: 2 },
    ]);
    const job = await migrateFiles([3, 4, 5]);
    expect(job.status).toBe(JobStatus.Completed);
    expect(await happened()).toEqual([3, 2]);
    for (const { found, verification } of await reportOf(job.id)) expect(verification?.atTarget).toBe(found);
  });

  it('say for how long a store asked to be left alone', async () => {
    await drive(api, [{ kind: SandboxTroubleKind.Throttle, ...ofFiles(6), retryAfterSeconds: 3_000, times: 1 }]);
    const due = { jobType: 'migrate', workloads: ['ODSP'], completeAfterDateTime: api.inMinutes(-1) };
    const { id } = await api.create([6], due);
    const message = await api.untilSeen(id, async () => {
      const answer = await api.get(`${JOBS}/${id}/users/${fabrikamPerson(6)}`);
      const [entry] = answer.json<{ currentStatus: { message: string }[] }>().currentStatus;
      return entry?.message.startsWith('The store') ? entry.message : null;
    });
    expect(message).toBe('The store asked to wait 3000 s.');
    await untilEnded(api, id);
  });

  it('fail and skip so many items, and a retry copies those that failed', async () => {
    const torn = { code: 'ItemUnreadable', parameters: ['it is torn'] };
    const trouble: SandboxTrouble[] = [
      { kind: SandboxTroubleKind.FailItems, ...ofFiles(7), ...torn, times: 4 },
      {
        kind: SandboxTroubleKind.SkipItems,
        ...ofFiles(7),
        code: 'ItemNotSupported',
        parameters: ['a program'],
        times: 2,
      },
    ];
    await drive(api, trouble);
    const job = await migrateFiles([7]);
    expect(job.status).toBe(JobStatus.Failed);
    expect(await errorsOf(api, job.id)).toEqual([
      {
        ...ofFiles(7),
        code: 'ItemUnreadable',
        message: 'The item could not be read at the source: it is torn.',
      },
    ]);
    expect(await reportOf(job.id)).toMatchObject([{ status: ServiceStatus.Failed, failed: 4, skipped: 2 }]);
    expect(await happened()).toEqual([4, 2]);

    await api.act(job.id, 'migrate');
    await api.until(job.id, JobStatus.Completed);
    const [again] = await reportOf(job.id);
    expect(again).toMatchObject({ failed: 0, skipped: 2 });
    expect(again?.verification?.atTarget).toBe((again?.found ?? 0) - 2);
  });

  it('take a prerequisite away from everybody', async () => {
    await drive(api, [
      { kind: SandboxTroubleKind.Unmet, prerequisite: 'oneDriveTrust', side: 'target' },
    ] as SandboxTrouble[]);
    const job = await api.create([8, 9], { jobType: 'validate', workloads: ['ODSP'] });
    await api.until(job.id, JobStatus.ValidateFailed);
    const codes = (await errorsOf(api, job.id)).map(({ personId, code }) => [personId, code]);
    expect(codes).toEqual([8, 9].map((number) => [fabrikamPerson(number), 'MnATrustNoSetupForPartner']));
    await api.delete(URL);
    await api.act(job.id, 'validate');
    expect((await api.until(job.id, JobStatus.ValidatePassed)).status).toBe(JobStatus.ValidatePassed);
  });

  it('show what was seen as the message of the workload', async () => {
    await drive(api, [
      { kind: SandboxTroubleKind.Unmet, personId: fabrikamPerson(10), prerequisite: 'oneDriveLicence' },
    ] as SandboxTrouble[]);
    const job = await api.create([10], { jobType: 'validate', workloads: ['ODSP'] });
    await api.until(job.id, JobStatus.ValidateFailed);
    const answer = await api.get(`${JOBS}/${job.id}/users/${fabrikamPerson(10)}`);
    const [entry] = answer.json<{ currentStatus: { message: string }[] }>().currentStatus;
    expect(entry?.message).toMatch(/^Neither .+ nor .+ has a licence for cross-tenant OneDrive migration\.$/);
  });
});
