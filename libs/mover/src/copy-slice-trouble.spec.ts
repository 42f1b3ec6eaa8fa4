import { StoreRefusedError, StoreThrottledError } from '@ferry/stores-spi';
import { fill, itemHeader } from '@ferry/testing';
import { OwnershipLostError } from './ledger';
import { Run } from './testing/run';

const FINISHED = { kind: 'finished', next: { containersDone: 0, cursor: null } };

describe('copySlice in trouble', () => {
  let run: Run;

  beforeEach(() => {
    run = new Run();
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
});
