import { StoreRefusedError, StoreThrottledError } from '@ferry/stores-spi';
import { bytesOf } from '@ferry/stores-spi/testing';
import { fill, itemHeader } from '@ferry/testing';
import { OwnershipLostError } from './ledger';
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

  describe('items that the target does not take', () => {
    it('records why they were skipped or failed', async () => {
      fill(run.source, 'Inbox', 6);
      run.target.outcomeOf = ({ key }) => {
        if (key === 'Inbox#1') return { key, kind: 'skipped', code: 'ItemTooLarge', message: 'too large' };
        if (key === 'Inbox#4') return { key, kind: 'failed', code: 'ItemWriteFailed', message: 'no' };
        return null;
      };
      await run.slice();
      expect(run.ledger.counts()).toEqual({ copied: 4, alreadyThere: 0, skipped: 1, failed: 1 });
      expect(run.ledger.rows.get('Inbox#1')).toEqual({
        key: 'Inbox#1',
        container: 'Inbox',
        state: 'skipped',
        bytes: 0,
        code: 'ItemTooLarge',
        message: 'too large',
      });
    });

    it('does not offer them again in the next slice of the same run', async () => {
      fill(run.source, 'Inbox', 2);
      run.target.outcomeOf = ({ key }) => ({ key, kind: 'failed', code: 'ItemWriteFailed', message: 'no' });
      await run.slice();
      run.target.outcomeOf = () => null;
      await run.slice({ checkpoint: null });
      expect(run.target.all()).toEqual([]);
    });

    it('does not read a large item that the target skips by its size', async () => {
      const read: string[] = [];
      run.source.put('Inbox', itemHeader({ key: 'huge' }), new Uint8Array(5_000_000));
      run.source.intercept = ({ method, keys }) => {
        if (method === 'read') read.push(...keys);
      };
      run.target.outcomeOf = ({ key }) => ({ key, kind: 'skipped', code: 'ItemTooLarge', message: 'too large' });
      await run.slice({ maxBatchBytes: 1_000_000 });
      expect(read).toEqual([]);
      expect(run.ledger.counts().skipped).toBe(1);
    });
  });

  describe('items that vanish while they are copied', () => {
    it('counts only those that are still there', async () => {
      fill(run.source, 'Inbox', 9);
      run.source.vanished.add('Inbox#3');
      await run.slice();
      expect(run.ledger.counts().copied).toBe(8);
      expect(run.ledger.rows.has('Inbox#3')).toBe(false);
    });

    it('notices it too when the item was too large to be read ahead', async () => {
      run.source.put('Inbox', itemHeader({ key: 'huge' }), new Uint8Array(2000));
      run.source.vanished.add('huge');
      expect(await run.slice({ maxBatchBytes: 1000 })).toEqual(FINISHED);
      expect(run.ledger.rows.size).toBe(0);
    });
  });

  describe('pausing', () => {
    it('pauses after the first batch and goes on from the checkpoint', async () => {
      fill(run.source, 'Inbox', 25);
      const paused = await run.slice({ shouldPause: () => true });
      expect(paused).toEqual({ kind: 'paused', checkpoint: run.ledger.checkpoint });
      expect(run.ledger.counts().copied).toBe(10);

      const listed: string[] = [];
      run.target.intercept = ({ method, moment, keys }) => {
        if (method === 'find' && moment === 'before') listed.push(...keys);
      };
      await run.toTheEnd({ shouldPause: () => true });
      expect(listed).toHaveLength(15);
      expect(run.ledger.counts().copied).toBe(25);
    });

    it('pauses between two batches of a page that is too large for the memory', async () => {
      fill(run.source, 'Inbox', 10, 400);
      await run.slice({ maxBatchBytes: 1000, shouldPause: () => true });
      expect(run.ledger.counts().copied).toBe(2);
      expect(await run.toTheEnd({ maxBatchBytes: 1000, shouldPause: () => true })).toBeGreaterThan(1);
      expect(run.ledger.counts().copied).toBe(10);
    });

    it('moves the checkpoint over items that were settled before', async () => {
      fill(run.source, 'Inbox', 20);
      await run.slice();
      run.ledger.checkpoint = null;
      const paused = await run.slice({ shouldPause: () => true });
      expect(paused).toEqual({ kind: 'paused', checkpoint: run.ledger.checkpoint });
      expect(run.ledger.checkpoint).not.toBeNull();
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

  describe('errors', () => {
    it('passes throttling on and keeps what was recorded', async () => {
      fill(run.source, 'Inbox', 30);
      const throttled = new StoreThrottledError('later', 3);
      run.source.intercept = ({ method, keys }) => {
        if (method === 'read' && keys[0] === 'Inbox#17') throw throttled;
      };
      await expect(run.slice()).rejects.toBe(throttled);
      expect(run.ledger.counts().copied).toBeGreaterThanOrEqual(17);
      expect(run.ledger.rows.has('Inbox#17')).toBe(false);

      run.source.intercept = () => undefined;
      await run.slice();
      expect(run.ledger.counts()).toEqual({ copied: 30, alreadyThere: 0, skipped: 0, failed: 0 });
    });

    it('keeps the items of a batch that were written before the target failed', async () => {
      fill(run.source, 'A', 3);
      fill(run.source, 'B', 3);
      const refused = new StoreRefusedError('over quota', 'QuotaExceeded');
      run.target.intercept = ({ method, moment, keys }) => {
        if (method === 'write' && moment === 'before' && keys[0] === 'B#0') throw refused;
      };
      await expect(run.slice()).rejects.toBe(refused);
      expect(run.ledger.counts().copied).toBe(3);
      expect(run.ledger.checkpoint).toEqual({ containersDone: 0, cursor: null });
    });

    it('heals a crash between the write and the ledger by looking first', async () => {
      fill(run.source, 'Inbox', 10);
      run.ledger.intercept = ({ method, moment }) => {
        if (method === 'record' && moment === 'before') throw new Error('the process is gone');
      };
      await expect(run.slice()).rejects.toThrow('the process is gone');
      expect(run.ledger.rows.size).toBe(0);
      expect(run.target.all()).toHaveLength(10);

      run.ledger.intercept = () => undefined;
      await run.slice();
      expect(run.ledger.counts()).toMatchObject({ copied: 0, alreadyThere: 10 });
      expect(run.target.all()).toHaveLength(10);
      expect(run.target.overwritten).toBe(0);
    });

    it('writes nothing more once the run belongs to another worker', async () => {
      fill(run.source, 'Inbox', 30);
      run.ledger.intercept = ({ method }) => {
        if (method === 'record') throw new OwnershipLostError();
      };
      await expect(run.slice()).rejects.toBeInstanceOf(OwnershipLostError);
      expect(run.target.all()).toHaveLength(10);
    });

    it('refuses a target that answers fewer outcomes than items', async () => {
      fill(run.source, 'Inbox', 3);
      run.target.write = async () => [];
      await expect(run.slice()).rejects.toThrow('0 outcomes');
    });
  });

  describe('aborting', () => {
    it('stops at the next call and throws the reason', async () => {
      fill(run.source, 'Inbox', 40);
      const controller = new AbortController();
      const reason = new Error('stopping');
      run.source.intercept = ({ method, keys }) => {
        if (method === 'read' && keys[0] === 'Inbox#12') controller.abort(reason);
      };
      await expect(run.slice({ signal: controller.signal })).rejects.toBe(reason);
      expect(run.target.all()).toHaveLength(10);
      expect(run.ledger.counts().copied).toBe(10);
    });

    it('does not begin when the signal is aborted already', async () => {
      fill(run.source, 'Inbox', 1);
      const reason = new Error('stopping');
      await expect(run.slice({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
      expect(run.target.all()).toEqual([]);
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

  describe('at a pace', () => {
    it('asks for the room of every batch before it touches an item of it', async () => {
      fill(run.source, 'Inbox', 25);
      const asked: [items: number, copied: number][] = [];
      const pace = async (items: number) => asked.push([items, run.target.all().length]) > 0;
      expect(await run.slice({ pace })).toEqual(FINISHED);
      expect(asked).toEqual([
        [10, 0],
        [10, 10],
        [5, 20],
      ]);
    });

    it('pauses before the batch that has no room, and goes on with it', async () => {
      fill(run.source, 'Inbox', 25);
      let room = 1;
      const paused = await run.slice({ pace: async () => room-- > 0 });
      expect(paused).toEqual({ kind: 'paused', checkpoint: run.ledger.checkpoint });
      expect(run.ledger.counts().copied).toBe(10);
      expect(await run.slice()).toEqual(FINISHED);
      expect(run.keysAtTarget()).toEqual(run.keysAtSource());
      expect(run.target.overwritten).toBe(0);
    });

    it('is never read ahead of', async () => {
      run.source.readsAhead = true;
      fill(run.source, 'Inbox', 30);
      const calls: string[] = [];
      run.source.intercept = ({ method, moment }) => {
        if (method === 'read' && moment === 'before' && calls.at(-1) !== 'read') calls.push('read');
      };
      const pace = async (items: number): Promise<boolean> => {
        calls.push(`room for ${items}`);
        return true;
      };
      await run.slice({ pace });
      expect(calls).toEqual(['room for 10', 'read', 'room for 10', 'read', 'room for 10', 'read']);
    });

    it('asks nothing for items that are settled, and remembers how far it listed over them', async () => {
      fill(run.source, 'Inbox', 25);
      await run.slice();
      fill(run.source, 'Later', 5);
      const paused = await run.slice({ checkpoint: null, pace: async () => false });
      expect(paused).toEqual({ kind: 'paused', checkpoint: run.ledger.checkpoint });
      expect(run.ledger.checkpoint?.cursor).not.toBeNull();
      expect(run.ledger.counts().copied).toBe(25);
    });
  });
});
