import { PGlite } from '@electric-sql/pglite';
import { join } from 'node:path';
import { startPostgres } from '../../../../tools/test/postgres.mjs';
import type { JobProgress } from '@ferry/contracts';
import { Administrator } from './support/administrator';
import { expectContents, expectOrderedEvents, expectReported } from './support/comparison';
import { eventually } from './support/eventually';
import { FerryProcess } from './support/ferry-process';
import { SmallDisk } from './support/small-disk';
import { Tables } from './support/tables';
import { createBody } from '../support/test-service';

const JOBS = 'v1.0/solutions/migrations/crossTenantMigrationJobs';
const PEOPLE = [31, 32, 33, 34, 49];
const OTHERS = Array.from({ length: 30 }, (_, index) => index + 1);

interface Answer {
  readonly error: { readonly code: string; readonly message: string };
}

describe('A full disk', () => {
  let disk: SmallDisk;
  let service: FerryProcess;

  afterEach(async () => {
    await service.kill();
    disk.remove();
  });

  const copied = async (administrator: Administrator, job: string): Promise<number> => {
    const answer = await administrator.send('GET', `api/v1/jobs/${job}`);
    const { totals } = (await answer.json()) as JobProgress;
    return totals.reduce((sum, total) => sum + total.copied, 0);
  };

  /** Fills the disk in the middle of a job, sees that everybody is told, and makes room again. */
  const fillInTheMiddle = async (): Promise<{ administrator: Administrator; job: string }> => {
    const administrator = await Administrator.at(service.address);
    const job = await administrator.migrate(PEOPLE);
    await eventually(async () => (await copied(administrator, job)) > 100);
    disk.fill();
    const refused = await untilRefused(administrator);
    expect([507, 503]).toContain(refused.status);
    expect(['insufficientStorage', 'serviceNotAvailable']).toContain(((await refused.json()) as Answer).error.code);
    await eventually(async () => {
      const answer = await fetch(`${service.address}/health/ready`);
      return answer.status === 503 && /disk|database/.test(((await answer.json()) as Answer).error.message);
    });
    expect(service.hasEnded).toBe(false);
    expect(service.log.filter(({ trouble, level }) => trouble === 'diskFull' && level === 50)).toHaveLength(1);
    disk.free();
    return { administrator, job };
  };

  /** Asks for jobs until one does not fit any more. */
  const untilRefused = async (administrator: Administrator): Promise<Response> => {
    for (let number = 1; ; number += 1) {
      const body = { ...createBody(OTHERS, new Date(Date.now() + 3_600_000)), displayName: `filling ${number}` };
      const answer = await administrator.send('POST', JOBS, body);
      if (answer.status !== 201) return answer;
    }
  };

  const untilReady = () => eventually(async () => (await fetch(`${service.address}/health/ready`)).ok);

  it('of a PostgreSQL server is said, harms nothing, and the job goes on when there is room', async () => {
    disk = SmallDisk.of(220);
    const settings = { min_wal_size: '32MB', max_wal_size: '48MB' };
    const server = await startPostgres({ parent: disk.folder, settings });
    const tables = await Tables.on(server.url);
    service = await FerryProcess.start({ DATABASE_URL: tables.url });
    const { administrator, job } = await fillInTheMiddle();
    // A server that had no room for its log has ended, and is started by its operator.
    await server.start();
    await untilReady();
    await expectReported(job, administrator);
    await expectContents(job, PEOPLE, tables);
    await expectOrderedEvents(job, tables);
    await service.kill();
    await server.stop();
  });

  it('under the embedded database is said, harms nothing, and the job goes on when there is room', async () => {
    disk = SmallDisk.of(220);
    const settings = { FERRY_DATA_DIR: disk.folder };
    service = await FerryProcess.start(settings);
    const { job } = await fillInTheMiddle();
    service.signal('SIGTERM');
    await service.end();
    service = await FerryProcess.start(settings);
    await expectReported(job, await Administrator.at(service.address));
    service.signal('SIGTERM');
    expect(await service.end()).toBe(0);
    const pglite = await PGlite.create(join(disk.folder, 'pgdata'));
    const tables = {
      rows: async <Row>(statement: string, values: readonly unknown[] = []) =>
        (await pglite.query<Row>(statement, [...values])).rows,
    };
    await expectContents(job, PEOPLE, tables);
    await expectOrderedEvents(job, tables);
    await pglite.close();
  });
});
