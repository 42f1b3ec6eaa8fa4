import { bytesOf } from '@ferry/stores-spi/testing';
import { fill, itemHeader } from '@ferry/testing';
import { InMemoryLedger } from './testing/in-memory-ledger';
import { Run } from './testing/run';

const FINISHED = { kind: 'finished', next: { containersDone: 0, cursor: null } };

describe('copySlice', () => {
  let run: Run;

  beforeEach(() => {
    run = new Run();
  });

  describe('a run from beginning to end', () => {
    it('copies every item with its content and properties', async () => {
      run.source.put('Inbox', itemHeader({ key: 'a', properties: { seen: true } }), new Uint8Array([1, 2, 3]));
      expect(await run.slice()).toEqual(FINISHED);
      const [copy] = run.target.all();
      expect(copy).toMatchObject({ key: 'a', container: 'Inbox', size: 3, properties: { seen: true } });
      const content = await run.target.read(copy ?? itemHeader({ key: 'a' }), new AbortController().signal);
      expect(await bytesOf(content)).toEqual(new Uint8Array([1, 2, 3]));
    });

    it('counts what was copied, with its bytes', async () => {
      fill(run.source, 'Inbox', 25, 40);
      await run.slice();
      expect(run.ledger.counts()).toEqual({ copied: 25, alreadyThere: 0, skipped: 0, failed: 0 });
      expect([...run.ledger.rows.values()].reduce((sum, row) => sum + row.bytes, 0)).toBe(1000);
    });

    it('creates containers that hold nothing', async () => {
      const { signal } = new AbortController();
      await run.source.createContainer('Drafts', signal);
      await run.source.createContainer('Empty/Too', signal);
      await run.slice();
      expect((await run.target.containers(signal)).map(({ path }) => path)).toEqual(['Drafts', 'Empty/Too']);
    });

    it('does nothing when the source has nothing', async () => {
      expect(await run.slice()).toEqual(FINISHED);
      expect(run.ledger.records).toBe(0);
    });

    it('copies 20,000 items, each once', async () => {
      fill(run.source, 'Inbox', 12_000);
      fill(run.source, 'Archive', 8_000);
      await run.slice({ batchSize: 500 });
      expect(run.ledger.counts().copied).toBe(20_000);
      expect(run.keysAtTarget()).toEqual(run.keysAtSource());
      expect(run.target.overwritten).toBe(0);
    });

    it('settles many small containers in few transactions', async () => {
      for (let chat = 0; chat < 30; chat += 1) fill(run.source, `Chat ${chat}`, 3);
      await run.slice({ batchSize: 30 });
      expect(run.ledger.counts().copied).toBe(90);
      expect(run.ledger.records).toBe(3);
    });

    it('finds what the target has already and leaves it alone', async () => {
      fill(run.source, 'Inbox', 10);
      fill(run.target, 'Inbox', 4);
      await run.slice();
      expect(run.ledger.counts()).toMatchObject({ copied: 6, alreadyThere: 4 });
      expect(run.target.overwritten).toBe(0);
    });

    it('never changes the source', async () => {
      fill(run.source, 'Inbox', 10);
      const before = structuredClone(run.source.all());
      run.source.intercept = ({ method }) => {
        if (method === 'write' || method === 'createContainer') throw new Error('the source was written to');
      };
      await run.slice();
      expect(run.source.all()).toEqual(before);
    });
  });

  describe('keys that the source lists twice', () => {
    it('copies and counts the item once', async () => {
      fill(run.source, 'Inbox', 12);
      for (const header of run.source.all().slice(0, 5)) run.source.put('Label', header, new Uint8Array(100));
      await run.slice({ batchSize: 4 });
      expect(run.ledger.counts().copied).toBe(12);
      expect(run.keysAtTarget()).toEqual(run.keysAtSource());
    });
  });

  describe('items that have changed', () => {
    it('are told to a target that can follow, once they are settled or found there', async () => {
      fill(run.source, 'Inbox', 12);
      const told: string[] = [];
      const target = Object.assign(run.target, {
        update: async (container: string, items: readonly { key: string }[]) => {
          told.push(...items.map(({ key }) => `${container}: ${key}`));
          return items.length;
        },
      });
      await run.slice({ target, followsChanges: true });
      expect(told).toEqual([]);
      run.ledger.checkpoint = null;
      await run.slice({ target });
      expect(told).toEqual([]);
      await run.slice({ target, followsChanges: true });
      expect(told).toHaveLength(12);
      run.ledger.rows.clear();
      await run.slice({ target, checkpoint: null, followsChanges: true });
      expect(told).toHaveLength(24);
      expect(new Set(told).size).toBe(12);
    });
  });

  describe('reading ahead', () => {
    it('reads the next batch while the target writes one, where the source asks for it', async () => {
      run.source.readsAhead = true;
      fill(run.source, 'Inbox', 30);
      let [read, readAtWrite] = [0, 0];
      run.source.intercept = ({ method, moment }) => {
        if (method === 'read' && moment === 'after') read += 1;
      };
      run.target.intercept = ({ method, moment }) => {
        if (method === 'write' && moment === 'after') readAtWrite ||= read;
      };
      await run.slice();
      expect(readAtWrite).toBeGreaterThan(10);
      expect(run.ledger.counts().copied).toBe(30);
    });
  });

  describe('memory', () => {
    it.each([
      ['one after the other', false, false],
      ['reading ahead', true, false],
      ['writing two batches at once', true, true],
    ])('holds no more content at once than allowed (%s)', async (_name, readsAhead, overlapsWrites) => {
      run.source.readsAhead = readsAhead;
      run.target.overlapsWrites = overlapsWrites;
      fill(run.source, 'Inbox', 50, 300);
      let open = 0;
      let most = 0;
      run.source.intercept = ({ method, moment }) => {
        if (method === 'read' && moment === 'before') most = Math.max(most, (open += 300));
      };
      run.target.intercept = ({ method, moment }) => {
        if (method === 'write' && moment === 'after') open = 0;
      };
      await run.slice({ batchSize: 50, maxBatchBytes: 1000 });
      expect(most).toBeLessThanOrEqual(1000);
      expect(run.ledger.counts().copied).toBe(50);
    });
  });

  describe('a second run', () => {
    it('copies only what is new since then', async () => {
      fill(run.source, 'Inbox', 10);
      await run.slice();
      fill(run.source, 'Inbox', 13);
      run.ledger = new InMemoryLedger();
      await run.slice();
      expect(run.ledger.counts()).toMatchObject({ copied: 3, alreadyThere: 10 });
    });
  });
});
