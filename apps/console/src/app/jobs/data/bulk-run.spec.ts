import { TestBed } from '@angular/core/testing';
import { JobStatus } from '@ferry/contracts';
import { type ConsoleBackend, signedIn } from '../../../testing/console-backend';
import { settle } from '../../../testing/event-streams';
import { aSummary } from '../../../testing/jobs';
import { BulkRun } from './bulk-run';

const JOBS = '/v1.0/solutions/migrations/crossTenantMigrationJobs';

describe('BulkRun', () => {
  let backend: ConsoleBackend;
  let run: BulkRun;
  const ready = ['j1', 'j2', 'j3'].map((id) => aSummary({ id, displayName: id }));
  const states = () => run.lines().map(({ job, state }) => `${job.job.id} ${state}`);

  beforeEach(async () => {
    sessionStorage.clear();
    backend = await signedIn([BulkRun]);
    run = TestBed.inject(BulkRun);
  });

  it('says before anything happens which job allows it, and why another one does not', () => {
    run.prepare('validate', [...ready.slice(0, 1), aSummary({ id: 'j9', status: JobStatus.Completed })]);
    expect(states()).toEqual(['j1 ready', 'j9 refused']);
    expect(run.lines()[1]?.reason).toMatch(/completed/);
    expect([run.ready(), run.refused()]).toEqual([1, 1]);
  });

  it('asks one after the other, goes on behind a refusal, and tries again what failed', async () => {
    run.prepare('validate', ready);
    void run.run('validate', null);
    await backend.answer(`${JOBS}/j1/validate`, {});
    expect(states()).toEqual(['j1 done', 'j2 running', 'j3 ready']);
    await backend.answer(`${JOBS}/j2/validate`, { error: { code: 'conflict', message: 'Not now.' } }, 409);
    await backend.answer(`${JOBS}/j3/validate`, {});
    expect(states()).toEqual(['j1 done', 'j2 failed', 'j3 done']);
    expect(run.lines()[1]?.reason).toBe('Not now.');
    void run.run('validate', null);
    await backend.answer(`${JOBS}/j2/validate`, {});
    expect([run.done(), run.failed(), run.running()]).toEqual([3, 0, false]);
  });

  it('leaves alone whatever was not asked for when somebody stops it', async () => {
    run.prepare('cancel', ready);
    void run.run('cancel', null);
    run.stop();
    await backend.answer(`${JOBS}/j1/cancel`, {});
    expect(states()).toEqual(['j1 done', 'j2 ready', 'j3 ready']);
  });

  it('moves dates to the one that was given', async () => {
    const date = new Date('2031-01-01T08:00:00Z');
    run.prepare('update', ready.slice(0, 1));
    void run.run('update', date);
    await settle();
    const request = backend.http.expectOne({ method: 'PATCH', url: `${JOBS}/j1` });
    expect(request.request.body).toEqual({ completeAfterDateTime: date.toISOString() });
    request.flush(null);
    await settle();
    expect(states()).toEqual(['j1 done']);
  });
});
