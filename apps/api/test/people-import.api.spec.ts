import { API_ROUTES, PeopleImport, Person, PersonCollection } from '@ferry/contracts';
import { eq } from 'drizzle-orm';
import { gzipSync } from 'node:zlib';
import { Database } from '../src/database/database';
import { secrets } from '../src/database/schema';
import { CONTOSO_ID, FABRIKAM_ID, NORTHWIND_ID } from '../src/sandbox/sandbox-directory';
import { asContract } from './support/contract-answer';
import { errorOf, TestApi } from './support/test-api';
import { fabrikamPerson } from './support/test-service';

const IMPORT = `/${API_ROUTES.peopleImport(FABRIKAM_ID)}`;

describe('The import of people', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await TestApi.start({ FERRY_BODY_LIMIT: '65536' });
  });
  afterAll(() => api.destroy());

  const newcomer = (number: number) => `99999999-0000-4000-8000-${String(number).padStart(12, '0')}`;
  const send = (body: string, type = 'text/csv', query = '') =>
    api.post(IMPORT + query, { body, headers: { 'content-type': type } });
  const imported = async (body: string, type?: string, query?: string) => {
    const answer = await send(body, type, query);
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return asContract(PeopleImport, answer.json());
  };
  const outcomes = ({ rows }: PeopleImport) => rows.map(({ line, outcome }) => `${line} ${outcome}`);
  const personOf = async (number: number) =>
    asContract(Person, (await api.get(`/${API_ROUTES.tenantPerson(FABRIKAM_ID, newcomer(number))}`)).json());

  it('offers a template that an import takes as it is', async () => {
    const template = await api.get(`/${API_ROUTES.peopleTemplate(FABRIKAM_ID)}`);
    expect(template.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(template.body.split('\r\n')[0]).toMatch(/^id,displayName,mail,sourceMail,/);
    expect(outcomes(await imported(template.body, 'text/csv', '?dryRun=true'))).toEqual(['2 changed']);
  });

  it('creates, changes and leaves people alone, and says which', async () => {
    const csv = (mail: string) =>
      `\ufeffID;displayName;mail;sourceMail;sourceLogin;teamsLicenceAtTarget\r\n` +
      `${newcomer(1).toUpperCase()};"Ann; the ""first""";ann@fabrikam.example;ann@contoso.example;ann;no\r\n` +
      `${newcomer(2)};Bea;${mail};;;\r\n`;
    const first = await imported(csv('bea@fabrikam.example'));
    expect(first).toMatchObject({
      dryRun: false,
      complete: true,
      totals: { rows: 2, created: 2, changed: 0, unchanged: 0, refused: 0 },
    });
    expect(await personOf(1)).toEqual({
      id: newcomer(1),
      displayName: 'Ann; the "first"',
      mail: 'ann@fabrikam.example',
      sourceMail: 'ann@contoso.example',
      sourceId: null,
      sourceLogin: 'ann',
      targetLogin: null,
      hasSourcePassword: false,
      hasTargetPassword: false,
      identityMapping: 'completed',
      inScopeGroup: true,
      licences: {
        exchangePlanAtSource: true,
        exchangePlanAtTarget: true,
        teamsLicenceAtSource: true,
        teamsLicenceAtTarget: false,
        oneDriveLicence: true,
      },
    });
    expect(outcomes(await imported(csv('bea@fabrikam.example')))).toEqual(['2 unchanged', '3 unchanged']);
    const dry = await imported(csv('beatrice@fabrikam.example'), 'text/csv', '?dryRun=true');
    expect([dry.dryRun, outcomes(dry)]).toEqual([true, ['2 unchanged', '3 changed']]);
    expect((await personOf(2)).mail).toBe('bea@fabrikam.example');
    expect(outcomes(await imported(csv('beatrice@fabrikam.example')))).toEqual(['2 unchanged', '3 changed']);
    const found = await api.get(`/${API_ROUTES.tenantPeople(FABRIKAM_ID)}?search=ann@contoso`);
    expect(asContract(PersonCollection, found.json()).value.map(({ id }) => id)).toEqual([newcomer(1)]);
  });

  it('refuses rows one by one, with line, column and reason', async () => {
    const result = await imported(
      [
        'id,displayName,mail,sourceMail,sipAddress',
        'no-guid,Ann,ann@fabrikam.example,,',
        `${newcomer(10)},,,,`,
        `${newcomer(11)},Cy,cy.fabrikam.example,also wrong,maybe`,
        `${newcomer(12)},Dee,dee@fabrikam.example,,`,
        `${newcomer(12)},Dee again,dee@fabrikam.example,,`,
        `${newcomer(13)},Eve, the second,eve@fabrikam.example,,,`,
      ].join('\n'),
    );
    expect(outcomes(result)).toEqual(['2 refused', '3 refused', '4 refused', '5 created', '6 refused', '7 refused']);
    const faults = result.rows.map((row) => row.faults.map(({ column }) => column));
    expect(faults).toEqual([['id'], ['displayName', 'mail'], ['mail', 'sourceMail', 'sipAddress'], [], ['id'], [null]]);
    expect(result.rows[4]?.faults[0]?.message).toContain('line 5');
  });

  it('keeps passwords encrypted, shows that they are there, and knows them again', async () => {
    const csv = (password: string) =>
      `id,displayName,mail,sourcePassword\n${newcomer(20)},Flo,flo@fabrikam.example,${password}\n`;
    expect(outcomes(await imported(csv('" very secret "')))).toEqual(['2 created']);
    expect(await personOf(20)).toMatchObject({ hasSourcePassword: true, hasTargetPassword: false });
    expect(outcomes(await imported(csv('" very secret "')))).toEqual(['2 unchanged']);
    expect(outcomes(await imported(csv('')))).toEqual(['2 unchanged']);
    expect(await personOf(20)).toMatchObject({ hasSourcePassword: true });
    expect(outcomes(await imported(csv('another')))).toEqual(['2 changed']);
    const { orm } = api.app.get(Database);
    const keptSecrets = () =>
      orm
        .select()
        .from(secrets)
        .where(eq(secrets.holderId, newcomer(20)));
    expect(await keptSecrets()).toHaveLength(1);
    expect((await api.delete(`/${API_ROUTES.tenantPerson(FABRIKAM_ID, newcomer(20))}`)).statusCode).toBe(204);
    expect(await keptSecrets()).toEqual([]);
    expect((await api.get(`/${API_ROUTES.tenantPerson(FABRIKAM_ID, newcomer(20))}`)).statusCode).toBe(404);
  });

  it('takes JSON, too, and refuses members that a person does not have', async () => {
    const people = [
      { id: newcomer(30), displayName: 'Gil', mail: 'gil@fabrikam.example', sourceMail: null, oneDriveLicence: false },
      { id: newcomer(31), displayName: 'Hal', mail: 'hal@fabrikam.example', colour: 'red' },
      { id: newcomer(32), displayName: 7, mail: 'ida@fabrikam.example' },
      'nobody',
    ];
    const result = await imported(JSON.stringify(people), 'application/json; charset=utf-8');
    expect(outcomes(result)).toEqual(['1 created', '2 refused', '3 refused', '4 refused']);
    expect(result.rows.map((row) => row.faults[0]?.column)).toEqual([undefined, 'colour', 'displayName', null]);
  });

  it('says where a file is damaged, and keeps what came before', async () => {
    const good = `id,displayName,mail\n${newcomer(40)},Joe,joe@fabrikam.example\n`;
    const csv = await imported(`${good}${newcomer(41)},"Kay,kay@fabrikam.example\n`);
    expect([csv.complete, outcomes(csv)]).toEqual([false, ['2 created', '3 refused']]);
    const json = await imported(
      `[{"id":"${newcomer(42)}","displayName":"Lou","mail":"lou@fabrikam.example"},{"id":`,
      'application/json',
    );
    expect([json.complete, outcomes(json)]).toEqual([false, ['1 created', '2 refused']]);
  });

  it.each([
    ['no column id', 'displayName,mail\nAnn,ann@fabrikam.example\n', 'text/csv', 400],
    ['a column that is none', 'id,colour\n', 'text/csv', 400],
    ['a column twice', 'id,ID\n', 'text/csv', 400],
    ['nothing', '', 'text/csv', 400],
    ['an object', '{"id":1}', 'application/json', 400],
    ['a text', 'people', 'text/plain', 415],
    ['another encoding of tables', 'id', 'application/vnd.ms-excel', 415],
  ])('is refused with %s', async (_what, body, type, status) => {
    const answer = await send(body, type);
    expect([answer.statusCode, errorOf(answer).message !== '']).toEqual([status, true]);
  });

  it('is for the tenant of the caller alone, by those who may change it', async () => {
    const to = async (tenantId: string, as: 'admin' | 'reader' | 'northwind') => {
      const headers = { 'content-type': 'text/csv' };
      return (await api.post(`/${API_ROUTES.peopleImport(tenantId)}`, { as, body: 'id\n', headers })).statusCode;
    };
    expect(await to(FABRIKAM_ID, 'admin')).toBe(200);
    expect(await to(FABRIKAM_ID, 'reader')).toBe(403);
    expect(await to(FABRIKAM_ID, 'northwind')).toBe(404);
    expect(await to(NORTHWIND_ID, 'admin')).toBe(404);
    expect(await to(CONTOSO_ID, 'admin')).toBe(409);
  });

  it('opens no way around the limit for bodies elsewhere', async () => {
    const headers = { 'content-type': 'application/x-ferry-stream; type="text/csv"' };
    const answer = await api.post(`/${API_ROUTES.tenants}`, { body: 'x', headers });
    expect(answer.statusCode).toBe(415);
    expect(
      (await api.post(`/${API_ROUTES.tenants}`, { body: 'x', headers: { 'content-type': 'text/csv' } })).statusCode,
    ).toBe(415);
  });

  it('takes thousands of rows, compressed and beyond the limit for bodies', async () => {
    const count = 3_000;
    const filling = 'x'.repeat(200);
    let csv = 'id,displayName,mail,scopeGroup\n';
    for (let number = 1_000; number < 1_000 + count; number += 1) {
      csv += `${newcomer(number)},Person ${number},p${number}@fabrikam.example,${filling}\n`;
    }
    expect(csv.length).toBeGreaterThan(api.config.bodyLimit);
    const headers = {
      authorization: `Bearer ${api.token('admin')}`,
      'content-type': 'text/csv',
      'content-encoding': 'gzip',
    };
    const answer = await api.app.inject({ method: 'POST', url: IMPORT, headers, payload: gzipSync(csv) });
    const { totals, complete } = asContract(PeopleImport, answer.json());
    expect([complete, totals]).toEqual([true, { rows: count, created: count, changed: 0, unchanged: 0, refused: 0 }]);
  });

  it('leaves the people of the sandbox who are not in it alone', async () => {
    const answer = await api.get(`/${API_ROUTES.tenantPerson(FABRIKAM_ID, fabrikamPerson(1))}`);
    expect(answer.json()).toMatchObject({ displayName: 'Ann Beebe' });
  });
});
