import { ServiceStatus, WaitKind } from '@ferry/contracts';
import { eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { insertMovingJob } from '../../test/support/moving-runs';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database';
import { endpointSlots } from '../database/schema';
import { WorkloadRunsRepository } from '../jobs/workload-runs.repository';
import { EndpointsRepository } from './endpoints.repository';
import { RunClaimsRepository } from './run-claims.repository';
import { type ClaimedRun, SlicesRepository } from './slices.repository';

const NOW = new Date('2027-03-01T12:00:00Z');

function after(seconds: number): Date {
  return new Date(NOW.getTime() + seconds * 1_000);
}

describe('The claim of a run', () => {
  let test: TestDatabase;
  let claims: RunClaimsRepository;
  let endpoints: EndpointsRepository;

  beforeAll(async () => {
    test = await openTestDatabase();
    claims = new RunClaimsRepository(test.database);
    endpoints = new EndpointsRepository(test.database);
  });
  afterAll(() => test.destroy());

  /** Runs of a job that move through an endpoint of their own. */
  const movingRuns = (count: number, sourceEndpoint: string | null = randomUUID()) =>
    insertMovingJob(test.database.orm, NOW, count, { sourceEndpoint });

  const claimAll = async (ids: readonly number[], limit: number, now = NOW) => {
    const each = ids.map((id) => claims.claimAll(new Map([[id, randomUUID()]]), now, limit));
    return (await Promise.all(each)).flat();
  };
  const claimTogether = (ids: readonly number[], limit: number) =>
    claims.claimAll(new Map(ids.map((id) => [id, randomUUID()])), NOW, limit);
  /** Ends a slice that did its work. */
  const end = (claimed: ClaimedRun, keepsSlot = false) => {
    const { status, phase } = claimed.run;
    const stays = { status, phase, failures: 0, waitsUntil: null, waitReason: null, finishedAt: null };
    const slices = new SlicesRepository(test.database);
    const ended = { claimed, end: stays, cause: '', succeeded: true, keepsSlot };
    return test.database.transaction(async (tx) => (await slices.endAll(tx, [ended], NOW)).size === 1);
  };
  const conditionOf = (endpoint: { tenantId: string; endpoint: string }, condition: object) =>
    test.database.transaction(async (tx) => {
      const before = await endpoints.lock(tx, endpoint);
      await endpoints.save(tx, endpoint, { ...before, ...condition }, 'a reason');
    });

  it('takes no more runs than the endpoint has slots, however many ask at the same moment', async () => {
    const { endpoint, ids } = await movingRuns(40);
    await endpoints.addSlots(endpoint, 3);
    for (let round = 0; round < 10; round += 1) {
      const taken = await claimAll(ids, 3);
      expect(new Set(taken.map((claimed) => claimed.slot))).toEqual(new Set([1, 2, 3]));
      expect(taken).toHaveLength(3);
      await Promise.all(taken.map((claimed) => endpoints.giveBack(claimed.owner)));
    }
  });

  it('takes no more runs than there are slots when groups of workers ask at the same moment', async () => {
    const { endpoint, ids } = await movingRuns(40);
    const other = await movingRuns(3);
    await endpoints.addSlots(endpoint, 5);
    await endpoints.addSlots(other.endpoint, 5);
    for (let round = 0; round < 10; round += 1) {
      const groups = [0, 1, 2, 3].map((group) => ids.filter((_, index) => index % 4 === group));
      groups[round % 4]?.push(...other.ids);
      const taken = (await Promise.all(groups.map((group) => claimTogether(group, 5)))).flat();
      const atEndpoint = taken.filter(({ run }) => ids.includes(run.id));
      expect(new Set(atEndpoint.map((claimed) => claimed.slot))).toEqual(new Set([1, 2, 3, 4, 5]));
      expect(atEndpoint).toHaveLength(5);
      expect(new Set(taken.map(({ run }) => run.id))).toEqual(
        new Set([...other.ids, ...atEndpoint.map(({ run }) => run.id)]),
      );
      await Promise.all(taken.map((claimed) => endpoints.giveBack(claimed.owner)));
    }
  });

  it('gives a group what dead workers left of it, and the rest what is free', async () => {
    const { endpoint, ids } = await movingRuns(6);
    await endpoints.addSlots(endpoint, 4);
    const dead = await claimTogether(ids.slice(0, 2), 4);
    const again = await claimTogether(ids, 4);
    expect(again.map(({ run }) => run.id).sort((a, b) => a - b)).toEqual(ids.slice(0, 4));
    expect(new Set(again.map(({ slot }) => slot))).toEqual(new Set([1, 2, 3, 4]));
    for (const { run, slot } of dead) expect(again.find((one) => one.run.id === run.id)?.slot).toBe(slot);
  });

  it('counts for the source tenant where a job names no endpoint', async () => {
    const [one, other] = [await movingRuns(2, null), await movingRuns(2, null)];
    await endpoints.addSlots(one.endpoint, 3);
    expect(await claimAll([...one.ids, ...other.ids], 3)).toHaveLength(3);
  });

  it('lets the next slice of a run have the slot that a dead worker left', async () => {
    const { endpoint, ids } = await movingRuns(3);
    await endpoints.addSlots(endpoint, 2);
    const [dead] = await claimAll(ids.slice(0, 2), 2);
    const again = await claimAll([dead?.run.id ?? 0, ids[2] ?? 0], 2);
    expect(again.map((claimed) => [claimed.run.id, claimed.slot])).toEqual([[dead?.run.id, dead?.slot]]);
    await endpoints.giveBack(dead?.owner ?? '');
    expect(await claimAll(ids.slice(2), 2)).toEqual([]);
    await endpoints.giveBack(again[0]?.owner ?? '');
    expect(await claimAll(ids.slice(2), 2)).toHaveLength(1);
  });

  it('leaves the slot of stores that stay open to who keeps them', async () => {
    const { endpoint, ids } = await movingRuns(4);
    const [id = 0, ...others] = ids;
    await endpoints.addSlots(endpoint, 3);
    const [first] = await claimAll([id], 3);
    if (!first) throw new Error('The run was not claimed.');
    expect(await end(first, true)).toBe(true);
    expect((await claimAll(others, 3)).map(({ slot }) => slot).sort()).toEqual([2, 3]);
    expect(await endpoints.hasFreeSlots(endpoint, 3)).toBe(false);
    expect(await claims.obstacle(others[2] ?? 0, NOW, 3)).toMatchObject({ free: 0 });
    // Another process that gets the run is connected beside the one that keeps its stores.
    expect(await claimAll([id], 3)).toEqual([]);
    const again = await claims.claimAll(new Map([[id, randomUUID()]]), NOW, 3, new Map([[id, first.owner]]));
    expect(again.map(({ run, slot }) => [run.id, slot])).toEqual([[id, 1]]);
    expect(await end(again[0] ?? first)).toBe(true);
    expect(await endpoints.hasFreeSlots(endpoint, 3)).toBe(true);
  });

  it('takes a slot whose time to be kept is over, and counts a run twice that is connected twice', async () => {
    const { endpoint, ids } = await movingRuns(2);
    const [id = 0, other = 0] = ids;
    await endpoints.addSlots(endpoint, 2);
    const [first] = await claimAll([id], 2);
    if (!first) throw new Error('The run was not claimed.');
    await end(first, true);
    expect((await claimAll([id], 2)).map(({ slot }) => slot)).toEqual([2]);
    expect(await claimAll([other], 2)).toEqual([]);
    await endpoints.giveBackOfRun(id);
    expect(await claimAll([other], 2)).toHaveLength(1);
    await test.database.orm
      .update(endpointSlots)
      .set({ runId: id, owner: first.owner, keptUntil: new Date(0) })
      .where(eq(endpointSlots.endpoint, endpoint.endpoint));
    const keepers = new Map([[id, first.owner]]);
    const both = new Map(ids.map((runId) => [runId, randomUUID()]));
    expect((await claims.claimAll(both, NOW, 2, keepers)).map(({ slot }) => slot).sort()).toEqual([1, 2]);
  });

  it('keeps the slot of a cancelled run until its slice is over', async () => {
    const { endpoint, ids } = await movingRuns(2);
    await endpoints.addSlots(endpoint, 1);
    const [claimed] = await claimAll(ids.slice(0, 1), 1);
    if (!claimed) throw new Error('The run was not claimed.');
    const { jobId, id } = claimed.run;
    const runs = new WorkloadRunsRepository(test.database);
    const cause = { cause: 'the job was cancelled', actor: 'admin', at: NOW };
    await test.database.transaction((tx) =>
      runs.moveAll(tx, { jobId, statuses: [ServiceStatus.Syncing], ids: [id] }, ServiceStatus.Cancelled, cause),
    );
    expect(await claimAll(ids.slice(1), 1)).toEqual([]);
    expect(await end(claimed)).toBe(false);
    expect(await claimAll(ids.slice(1), 1)).toHaveLength(1);
  });

  it('refuses every run of an endpoint that rests, and no other', async () => {
    const [resting, other] = [await movingRuns(3), await movingRuns(3)];
    await endpoints.addSlots(resting.endpoint, 20);
    await endpoints.addSlots(other.endpoint, 20);
    await conditionOf(resting.endpoint, { restsUntil: after(60) });
    expect(await claimAll(resting.ids, 20, after(59.9))).toEqual([]);
    expect(await claimAll(other.ids, 20, after(59.9))).toHaveLength(3);
    expect(await claims.obstacle(resting.ids[0] ?? 0, NOW, 20)).toMatchObject({
      restsUntil: after(60),
      reason: 'a reason',
      slots: 20,
      free: 20,
    });
    expect(await claimAll(resting.ids, 20, after(60))).toHaveLength(3);
  });

  it('lets one run try an endpoint that lost its connections, until it succeeds', async () => {
    const { endpoint, ids } = await movingRuns(5);
    await endpoints.addSlots(endpoint, 20);
    await conditionOf(endpoint, { lostConnections: 5 });
    const [probe, ...others] = await claimAll(ids, 20);
    expect(others).toEqual([]);
    if (!probe) throw new Error('No run tries the endpoint.');
    expect(await end(probe)).toBe(true);
    expect(await claimAll(ids, 20)).toHaveLength(5);
  });

  it('clears what a run waited for', async () => {
    const { endpoint, ids } = await movingRuns(1);
    await endpoints.addSlots(endpoint, 1);
    const wait = { until: after(30), waitReason: WaitKind.Slot, message: 'It waits.' } as const;
    expect(await test.database.transaction((tx) => claims.putOff(tx, ids[0] ?? 0, wait, NOW))).toBe(true);
    expect(await claimAll(ids, 1)).toEqual([]);
    const [claimed] = await claimAll(ids, 1, after(30));
    expect(claimed?.run).toMatchObject({ waitsUntil: null, waitReason: null, message: '' });
  });
});
