import { JobStatus } from '@ferry/contracts';
import { sql } from 'drizzle-orm';
import { ADMIN, createBody, fabrikamPerson, TestService } from '../../test/support/test-service';
import type { JobRecord } from '../jobs/job.record';
import { FactsRepository } from './facts.repository';

describe('The facts about a person whom two jobs want', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await TestService.start();
  });
  afterAll(() => service.destroy());

  const rivalOf = async (job: JobRecord, person: number) => {
    const facts = service.app.get(FactsRepository);
    const gathered = await facts.gather(job, [fabrikamPerson(person)], service.clock.now());
    const current = await service.test.database.transaction((tx) => facts.withRivals(tx, job, gathered));
    return current.get(fabrikamPerson(person))?.otherActiveJob;
  };

  it('tell of a second job that has passed its checks already, and of none that has not', async () => {
    const later = new Date(service.clock.now().getTime() + 3_600_000);
    const first = await service.jobs.create(ADMIN, createBody([20], later, { displayName: 'First' }));
    const second = await service.jobs.create(ADMIN, createBody([20], later, { displayName: 'Second' }));
    const { orm } = service.test.database;
    await orm.execute(sql`update jobs set status = ${JobStatus.Processing}, attempt = 1,
      migration_started_at = created_at where id in (${first.id}, ${second.id})`);
    const claims = { attempt: 1, status: JobStatus.Processing };
    expect(await rivalOf({ ...first, ...claims, migrationStartedAt: first.createdAt }, 20)).toBeNull();
    expect(await rivalOf({ ...second, ...claims, migrationStartedAt: second.createdAt }, 20)).toBe('First');
    await orm.execute(sql`update workload_runs set findings = '[]' where job_id = ${second.id}`);
    expect(await rivalOf({ ...first, ...claims, migrationStartedAt: first.createdAt }, 20)).toBe('Second');
  });
});
