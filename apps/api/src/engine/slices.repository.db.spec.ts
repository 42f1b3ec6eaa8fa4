import { ServiceStatus } from '@ferry/contracts';
import { eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { insertMovingJob } from '../../test/support/moving-runs';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database';
import { endpointSlots, jobEvents, verifiedFolders, workloadRuns } from '../database/schema';
import { WorkloadRunsRepository } from '../jobs/workload-runs.repository';
import { EndpointsRepository } from './endpoints.repository';
import { LedgerRepository } from './ledger.repository';
import { RunClaimsRepository } from './run-claims.repository';
import { type ClaimedRun, type SliceEnd, SlicesRepository } from './slices.repository';

const NOW = new Date('2027-03-01T12:00:00Z');
const LATER = new Date('2027-03-01T12:05:00Z');
const QUIET = { channel: 'nobody', payload: '' };
const FOLDER = { path: 'Inbox', compared: 1, atTarget: 1, missing: 0, different: 0, sampled: 0, sampledDifferent: 0 };

const SYNCED: SliceEnd = {
  status: ServiceStatus.Synced,
  phase: null,
  checkpoint: null,
  message: 'It is in sync.',
  failures: 0,
  waitsUntil: null,
  waitReason: null,
  finishedAt: null,
  verification: { startedAt: NOW, madeAt: NOW, folders: [FOLDER] },
};

describe('What a worker writes that has lost its run', () => {
  let test: TestDatabase;
  let claims: RunClaimsRepository;
  let slices: SlicesRepository;
  let endpoints: EndpointsRepository;

  beforeAll(async () => {
    test = await openTestDatabase();
    claims = new RunClaimsRepository(test.database);
    slices = new SlicesRepository(test.database);
    endpoints = new EndpointsRepository(test.database);
  });
  afterAll(() => test.destroy());

  const claim = async (id: number): Promise<ClaimedRun> => {
    const [claimed] = await claims.claimAll(new Map([[id, randomUUID()]]), NOW, 2);
    if (!claimed) throw new Error('The run is not free.');
    return claimed;
  };
  /** A run that was taken over, in the slot of the one who was frozen, as the reconciler's wake-up leads to. */
  async function takenOver(): Promise<{ id: number; frozen: ClaimedRun; taken: ClaimedRun }> {
    const { endpoint, ids } = await insertMovingJob(test.database.orm, NOW, 1);
    const [id = 0] = ids;
    await endpoints.addSlots(endpoint, 2);
    const frozen = await claim(id);
    const taken = await claim(id);
    expect(taken.slot).toBe(frozen.slot);
    return { id, frozen, taken };
  }
  const endAll = (...claimed: ClaimedRun[]) =>
    test.database.transaction((tx) =>
      slices.endAll(
        tx,
        claimed.map((one) => ({ claimed: one, end: SYNCED, cause: 'in sync', succeeded: true, keepsSlot: false })),
        LATER,
      ),
    );
  /** Everything that the end of a slice writes. */
  const written = async (id: number) => {
    const { orm } = test.database;
    const [run] = await orm.select().from(workloadRuns).where(eq(workloadRuns.id, id));
    if (!run) throw new Error('The run is gone.');
    const events = await orm.select().from(jobEvents).where(eq(jobEvents.jobId, run.jobId));
    const slots = await orm.select().from(endpointSlots).where(eq(endpointSlots.runId, id));
    const folders = await orm.select().from(verifiedFolders).where(eq(verifiedFolders.runId, id));
    return { run, events, slots: slots.map(({ number, owner }) => ({ number, owner })), folders };
  };

  it('ends no slice: run, slot, events and comparison are those of whoever has it now', async () => {
    const { id, frozen, taken } = await takenOver();
    const before = await written(id);
    expect(await endAll(frozen)).toEqual(new Set());
    expect(await written(id)).toEqual(before);
    expect(before).toMatchObject({
      run: { owner: taken.owner, status: ServiceStatus.Syncing },
      slots: [{ number: taken.slot, owner: taken.owner }],
      events: [],
      folders: [],
    });
    expect(await endAll(taken)).toEqual(new Set([id]));
    expect(await written(id)).toMatchObject({
      run: { owner: null, status: ServiceStatus.Synced, message: 'It is in sync.' },
      slots: [],
      events: [{ fromStatus: ServiceStatus.Syncing, toStatus: ServiceStatus.Synced, cause: 'in sync' }],
      folders: [{ container: 'Inbox' }],
    });
  });

  it('keeps nobody else from being saved in the same transaction', async () => {
    const [lost, sound] = [await takenOver(), await takenOver()];
    expect(await endAll(lost.frozen, sound.taken)).toEqual(new Set([sound.id]));
    expect((await written(lost.id)).run).toMatchObject({ owner: lost.taken.owner, status: ServiceStatus.Syncing });
    expect((await written(sound.id)).run).toMatchObject({ owner: null, status: ServiceStatus.Synced });
  });

  it('ends no slice whose run has been moved, although nobody else has it', async () => {
    const { id, taken } = await takenOver();
    const { jobId } = taken.run;
    const cause = { cause: 'the job was cancelled', actor: 'admin', at: NOW };
    await test.database.transaction((tx) =>
      new WorkloadRunsRepository(test.database).moveAll(
        tx,
        { jobId, statuses: [ServiceStatus.Syncing], ids: [id] },
        ServiceStatus.Cancelled,
        cause,
      ),
    );
    await test.database.orm.update(workloadRuns).set({ owner: taken.owner }).where(eq(workloadRuns.id, id));
    expect(await endAll(taken)).toEqual(new Set());
    expect((await written(id)).run.status).toBe(ServiceStatus.Cancelled);
  });

  it('gives up nothing that another one has', async () => {
    const { id, frozen, taken } = await takenOver();
    expect(await test.database.transaction((tx) => slices.release(tx, frozen))).toBe(false);
    expect((await written(id)).run.owner).toBe(taken.owner);
    expect(await test.database.transaction((tx) => slices.release(tx, taken))).toBe(true);
    expect((await written(id)).run.owner).toBeNull();
  });

  it('settles no item and moves no checkpoint and no number', async () => {
    const { id, frozen, taken } = await takenOver();
    const ledger = new LedgerRepository(test.database);
    const item = { container: 'Inbox', state: 'copied', bytes: 10, code: null, message: null } as const;
    const record = (claimed: ClaimedRun, key: string) =>
      ledger.record(
        claimed,
        {
          entries: [{ key, ...item }],
          checkpoint: { containersDone: 1, cursor: null },
          expected: null,
          workedMs: 1,
        },
        LATER,
        QUIET,
      );
    const before = await written(id);
    expect(await record(frozen, 'one')).toBe(false);
    expect(await written(id)).toEqual(before);
    expect(await ledger.settled(id, ['one'])).toEqual(new Set());
    expect(await record(taken, 'one')).toBe(true);
    expect(await ledger.settled(id, ['one'])).toEqual(new Set(['one']));
    expect(await ledger.markRemoved(frozen, ['one'])).toBe(false);
    expect(await ledger.settled(id, ['one'])).toEqual(new Set(['one']));
    expect((await written(id)).run).toMatchObject({ copied: 1, bytes: 10, checkpoint: { containersDone: 1 } });
  });
});
