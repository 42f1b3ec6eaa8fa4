import { fill } from '@ferry/testing';
import { Run } from './testing/run';

const FINISHED = { kind: 'finished', next: { containersDone: 0, cursor: null } };

describe('copySlice, where it pauses', () => {
  let run: Run;

  beforeEach(() => {
    run = new Run();
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
});
