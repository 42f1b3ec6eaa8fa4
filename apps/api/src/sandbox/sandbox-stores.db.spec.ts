import { Workload } from '@ferry/contracts';
import { teamsQuality } from '@ferry/domain';
import { type Checkpoint, copySlice, countItems, type LedgerEntry, survey, verify } from '@ferry/mover';
import { StoreRefusedError, StoreThrottledError, StoreUnavailableError } from '@ferry/stores-spi';
import { newItem, sampleItem } from '@ferry/stores-spi/testing';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database';
import { ServiceClock } from '../clock/service-clock';
import { CONTOSO_ID, FABRIKAM_ID, sandboxPeople } from './sandbox-directory';
import { SandboxItemsRepository } from './sandbox-items.repository';
import { SandboxStores } from './sandbox-stores';

describe('SandboxStores', () => {
  const { signal } = new AbortController();
  let test: TestDatabase;

  beforeAll(async () => {
    test = await openTestDatabase();
  });
  afterAll(() => test.destroy());

  /** Opened anew each time, as another process would. */
  const open = (number: number, service: Workload) => {
    const stores = new SandboxStores(new SandboxItemsRepository(test.database), new ServiceClock());
    const personId = sandboxPeople(FABRIKAM_ID)[number - 1]?.id ?? '';
    return {
      source: stores.source({ tenantId: CONTOSO_ID, targetTenantId: FABRIKAM_ID, personId, service }),
      target: stores.target({ tenantId: FABRIKAM_ID, personId, service }),
    };
  };

  /** A run of one person's workload: `slice` copies to the end, or throws what a store throws. */
  const begin = (number: number, service: Workload) => {
    const rows = new Map<string, LedgerEntry>();
    let checkpoint: Checkpoint | null = null;
    const ledger = {
      settled: async (keys: readonly string[]) => new Set(keys.filter((key) => rows.has(key))),
      record: async (entries: readonly LedgerEntry[], reached: Checkpoint) => {
        for (const entry of entries) rows.set(entry.key, entry);
        checkpoint = reached;
      },
    };
    const limits = { batchSize: 100, maxBatchBytes: 8_000_000, shouldPause: () => false, signal };
    return {
      slice: () => copySlice({ ...open(number, service), ledger, checkpoint, ...limits }),
      count: (state: LedgerEntry['state']) => [...rows.values()].filter((row) => row.state === state).length,
      rows,
    };
  };

  const compare = (number: number, service: Workload, accepted: string[] = []) =>
    verify({ ...open(number, service), accepted: new Set(accepted), pageSize: 500, samplePerContainer: 2, signal });

  it.each(Object.values(Workload))('moves everything of an ordinary person (%s)', async (service) => {
    const run = begin(1, service);
    expect(await run.slice()).toMatchObject({ kind: 'finished' });
    const { source, target } = open(1, service);
    const expected = await survey({ source, target }, signal);
    expect(run.count('copied')).toBe(expected);
    expect(await countItems(target, signal)).toBe(expected);
    expect(await compare(1, service)).toMatchObject({ missingCount: 0, sizeMismatchCount: 0 });
    const paths = (await target.containers(signal)).map(({ path }) => path);
    expect(paths.sort()).toEqual((await source.containers(signal)).map(({ path }) => path).sort());
  });

  it('drops the connection of 44 once, in the middle of the mailbox, and then goes on', async () => {
    const run = begin(44, Workload.Exchange);
    await expect(run.slice()).rejects.toBeInstanceOf(StoreUnavailableError);
    const before = run.count('copied');
    expect(before).toBeGreaterThan(20);
    expect(await run.slice()).toMatchObject({ kind: 'finished' });
    expect(run.count('copied')).toBeGreaterThan(before);
    expect(await compare(44, Workload.Exchange)).toMatchObject({ missingCount: 0 });
  });

  it('fails the mailbox of 45 in every attempt, and leaves the files alone', async () => {
    for (const attempt of [1, 2]) {
      const failure = await begin(45, Workload.Exchange)
        .slice()
        .catch((error: unknown) => error);
      expect([attempt, failure]).toEqual([attempt, expect.any(StoreRefusedError)]);
      expect(failure).toMatchObject({ catalogueCode: 'MIGR-003' });
    }
    expect(await countItems(open(45, Workload.Exchange).target, signal)).toBeGreaterThan(20);
    expect(await begin(45, Workload.ODSP).slice()).toMatchObject({ kind: 'finished' });
  });

  it('refuses so many chat messages of 46 that the quality gate fails, in every attempt, and nothing else', async () => {
    for (const attempt of [1, 2]) {
      const run = begin(46, Workload.Teams);
      expect(await run.slice()).toMatchObject({ kind: 'finished' });
      const failed = run.count('failed');
      const messages = { attempted: run.rows.size, imported: run.rows.size - failed };
      const threads = { attempted: 10, imported: 10 };
      const figures = { personId: 'p', messages, threads, requestId: 'r', jobId: 'j' };
      expect([attempt, teamsQuality(figures).passed]).toEqual([attempt, false]);
      expect([...run.rows.values()].find(({ state }) => state === 'failed')).toMatchObject({
        code: 'ChatMessageNotImported',
        message: 'The chat message could not be imported: the import was refused.',
      });
    }
    const mailbox = begin(46, Workload.Exchange);
    await mailbox.slice();
    expect(mailbox.count('failed')).toBe(0);
  });

  it('skips three messages of 47 that are too large', async () => {
    const run = begin(47, Workload.Exchange);
    expect(await run.slice()).toMatchObject({ kind: 'finished' });
    const skipped = [...run.rows.values()].filter(({ state }) => state === 'skipped');
    expect(skipped.map(({ code }) => code)).toEqual(['ItemTooLarge', 'ItemTooLarge', 'ItemTooLarge']);
    const verification = await compare(
      47,
      Workload.Exchange,
      skipped.map(({ key }) => key),
    );
    expect(verification).toMatchObject({ missingCount: 0, atTarget: verification.atSource - 3 });
  });

  it('throttles 48 twice, says for how long, and then goes on', async () => {
    const run = begin(48, Workload.Exchange);
    for (const time of [1, 2]) {
      const throttled = await run.slice().catch((error: unknown) => error);
      expect([time, throttled]).toEqual([time, expect.any(StoreThrottledError)]);
      expect(throttled).toMatchObject({ retryAfterSeconds: 3 });
    }
    expect(await run.slice()).toMatchObject({ kind: 'finished' });
    expect(await compare(48, Workload.Exchange)).toMatchObject({ missingCount: 0 });
  });

  it('is slow for 49, and stops at once when the signal is aborted', async () => {
    const { target } = open(49, Workload.Exchange);
    await target.createContainer('Inbox', signal);
    const items = Array.from({ length: 50_000 }, (_, number) => newItem(sampleItem('message', 'Inbox', number)));
    const controller = new AbortController();
    const reason = new Error('stopping');
    const writing = target.write('Inbox', items, controller.signal);
    controller.abort(reason);
    await expect(writing).rejects.toBe(reason);
    expect(await countItems(target, signal)).toBe(0);

    const few = items.slice(0, 5);
    const begun = performance.now();
    await target.write('Inbox', few, signal);
    expect(performance.now() - begun).toBeGreaterThan(95);
    expect(await countItems(target, signal)).toBe(5);
  });

  it('announces the 20,000 messages of 50', async () => {
    expect(await survey(open(50, Workload.Exchange), signal)).toBe(20_000);
  });

  it('opens nothing for somebody whom the sandbox does not know', () => {
    const stores = new SandboxStores(new SandboxItemsRepository(test.database), new ServiceClock());
    const service = Workload.Exchange;
    const nobody = '22222222-0000-4000-8000-000000009999';
    const source = { tenantId: CONTOSO_ID, targetTenantId: FABRIKAM_ID, personId: nobody, service };
    expect(() => stores.source(source)).toThrow(StoreRefusedError);
    expect(() => stores.target({ tenantId: FABRIKAM_ID, personId: nobody, service })).toThrow(StoreRefusedError);
    expect(() => stores.source({ ...source, tenantId: FABRIKAM_ID })).toThrow(StoreRefusedError);
  });
});
