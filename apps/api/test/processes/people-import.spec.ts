import { API_ROUTES, type PeopleImport } from '@ferry/contracts';
import { request } from 'node:http';
import { startPostgres } from '../../../../tools/test/postgres.mjs';
import { FABRIKAM_ID } from '../../src/sandbox/sandbox-directory';
import { Administrator } from './support/administrator';
import { eventually } from './support/eventually';
import { FerryProcess } from './support/ferry-process';
import { Tables } from './support/tables';

const ROWS = 5_000;
const SETTINGS = { FERRY_SECRET_KEY: Buffer.alloc(32, 7).toString('base64') };
const NEWCOMERS = `from people where id::text like '99999999-%'`;

describe('An import of people whose process is killed', () => {
  let server: Awaited<ReturnType<typeof startPostgres>>;
  const databases: Tables[] = [];
  const processes: FerryProcess[] = [];

  const start = async (tables: Tables): Promise<FerryProcess> => {
    const started = await FerryProcess.start({ ...SETTINGS, DATABASE_URL: tables.url });
    processes.push(started);
    return started;
  };
  const emptyDatabase = async (): Promise<Tables> => {
    const tables = await Tables.on(server.url);
    databases.push(tables);
    return tables;
  };
  const imported = async ({ address }: FerryProcess, dryRun = false): Promise<PeopleImport> => {
    const { authorization } = await Administrator.at(address);
    const answer = await fetch(`${address}/${API_ROUTES.peopleImport(FABRIKAM_ID)}?dryRun=${dryRun}`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'text/csv' },
      body: CSV,
    });
    if (!answer.ok) throw new Error(await answer.text());
    return (await answer.json()) as PeopleImport;
  };
  const known = async (tables: Tables): Promise<number> => {
    const [row] = await tables.rows<{ count: number }>(`select count(*)::int as count ${NEWCOMERS}`);
    return row?.count ?? 0;
  };

  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(async () => {
    await Promise.all(processes.map((each) => each.kill()));
    for (const tables of databases) await tables.drop();
    await server.stop();
  });

  it('ends as an undisturbed one does when it is repeated', async () => {
    const [disturbed, undisturbed] = [await emptyDatabase(), await emptyDatabase()];
    const victim = await start(disturbed);
    const { authorization } = await Administrator.at(victim.address);
    const sending = request(`${victim.address}/${API_ROUTES.peopleImport(FABRIKAM_ID)}`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'text/csv' },
    });
    sending.on('error', () => undefined);
    // The rest is never sent, so that the process is in the middle for sure.
    sending.write(CSV.slice(0, CSV.length / 2));
    await eventually(async () => (await known(disturbed)) > 0);
    await victim.kill();
    const left = await known(disturbed);
    expect(left).toBeLessThan(ROWS);

    const next = await start(disturbed);
    expect((await imported(next)).totals).toEqual({
      rows: ROWS,
      created: ROWS - left,
      changed: 0,
      unchanged: left,
      refused: 0,
    });
    const other = await start(undisturbed);
    expect((await imported(other)).totals).toMatchObject({ created: ROWS });
    const everybody = `select * ${NEWCOMERS} order by id`;
    expect(await disturbed.rows(everybody)).toEqual(await undisturbed.rows(everybody));
    const passwords = `select holder_id, part from secrets where holder_kind = 'person' order by holder_id, part`;
    const kept = await disturbed.rows(passwords);
    expect(kept).toHaveLength(ROWS);
    expect(kept).toEqual(await undisturbed.rows(passwords));
    // Equal passwords are told from others by what they say, which is not to be seen in the tables.
    expect((await imported(next, true)).totals).toMatchObject({ unchanged: ROWS });
  });
});

const CSV = [
  'id,displayName,mail,sourceMail,sourceLogin,sourcePassword',
  ...Array.from({ length: ROWS }, (_, index) => {
    const id = `99999999-0000-4000-8000-${String(index).padStart(12, '0')}`;
    return `${id},Person ${index},p${index}@fabrikam.example,p${index}@contoso.example,p${index},secret ${index}`;
  }),
  '',
].join('\n');
