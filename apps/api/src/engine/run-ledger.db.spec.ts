import { SandboxTroubleKind, Workload } from '@ferry/contracts';
import type { LedgerEntry } from '@ferry/mover';
import { ADMIN, createBody, fabrikamPerson, TestService } from '../../test/support/test-service';
import { Database } from '../database/database';
import type { JobRecord, RunRecord } from '../jobs/job.record';
import { WorkloadRunsRepository } from '../jobs/workload-runs.repository';
import { TroubleControl } from '../sandbox/control/trouble-control';
import { FABRIKAM_ID } from '../sandbox/sandbox-directory';
import { RunClaimsRepository } from './run-claims.repository';
import { RunLedger } from './run-ledger';
import { LedgerRepository } from './ledger.repository';

const WAIT_SECONDS = 3_600;
const OWNER = '44444444-4444-4444-8444-444444444444';

describe('RunLedger', () => {
  let service: TestService;
  let job: JobRecord;

  beforeAll(async () => {
    service = await TestService.start({ FERRY_PAST_DATE: 'due-now', FERRY_ON_CREATE: 'migrate' });
    await service.app.get(TroubleControl).drive(FABRIKAM_ID, [
      {
        kind: SandboxTroubleKind.Throttle,
        personId: fabrikamPerson(1),
        service: Workload.ODSP,
        retryAfterSeconds: WAIT_SECONDS,
      },
    ]);
    job = await service.jobs.create(ADMIN, createBody([1], new Date(0), { workloads: [Workload.ODSP] }));
    await service.untilTrue(job, async () => (await run()).waitsUntil !== null);
  });
  afterAll(() => service.destroy());

  async function run(): Promise<RunRecord> {
    const { orm } = service.app.get(Database);
    const [only] = await service.app.get(WorkloadRunsRepository).ofPeople(orm, job.id, [fabrikamPerson(1)]);
    if (!only) throw new Error('The run is not there.');
    return only;
  }

  it('keeps what stores say of items in the words of the catalogue only', async () => {
    const ledger = service.app.get(LedgerRepository);
    const late = new Date(service.clock.now().getTime() + 2 * WAIT_SECONDS * 1_000);
    const claims = service.app.get(RunClaimsRepository);
    const [claimed] = await claims.claimAll(new Map([[(await run()).id, OWNER]]), late, 20);
    if (!claimed) throw new Error('The run was not free.');
    const of = (key: string, entry: Partial<LedgerEntry>): LedgerEntry => ({
      key,
      container: 'Documents',
      state: 'failed',
      bytes: 0,
      code: null,
      message: null,
      ...entry,
    });
    await new RunLedger(ledger, claimed, service.clock).record(
      [
        of('a', { code: '550', message: 'Mailbox is locked.' }),
        of('b', { code: 'ItemUnreadable', message: 'The item could not be read at the source: torn.' }),
        of('c', { state: 'skipped', code: 'EXE', message: 'a program' }),
      ],
      { containersDone: 0, cursor: null },
    );
    const reasons = await ledger.reasons(claimed.run.id);
    expect(reasons.map(({ state, code, message }) => [state, code, message]).sort()).toEqual([
      ['failed', 'ItemUnreadable', 'The item could not be read at the source: torn.'],
      ['failed', 'ItemWriteFailed', 'The target did not accept the item: Mailbox is locked.'],
      ['skipped', 'ItemNotSupported', 'The target does not accept this kind of item: a program.'],
    ]);
  });
});
