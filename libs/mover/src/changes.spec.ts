import type { ItemHeader } from '@ferry/stores-spi';
import { fill, itemHeader } from '@ferry/testing';
import type { CopyInput } from './copy-slice';
import type { Checkpoint } from './ledger';
import { InMemoryLedger } from './testing/in-memory-ledger';
import { Run } from './testing/run';

describe('A pass after another one', () => {
  let run: Run;
  let updated: string[];

  beforeEach(() => {
    run = new Run();
    run.source.tellsVersions = true;
    updated = [];
    Object.assign(run.target, {
      update: async (_container: string, items: readonly ItemHeader[]) => updated.push(...items.map(({ key }) => key)),
    });
  });

  /** Runs a pass from a checkpoint in slices of one batch; answers where the next one begins. */
  async function pass(from: Checkpoint | null, overrides: Partial<CopyInput> = {}): Promise<Checkpoint> {
    let checkpoint = from;
    for (;;) {
      const result = await run.slice({ checkpoint, followsChanges: true, shouldPause: () => true, ...overrides });
      if (result.kind === 'finished') return result.next;
      checkpoint = JSON.parse(JSON.stringify(result.checkpoint)) as Checkpoint;
    }
  }

  it('lists nothing where nothing has changed', async () => {
    fill(run.source, 'Inbox', 25);
    fill(run.source, 'Sent', 5);
    const next = await pass(null);
    const asked: string[] = [];
    run.source.intercept = ({ method }) => asked.push(method);
    run.target.intercept = ({ method }) => asked.push(method);
    expect(await pass(next)).toEqual(next);
    expect(new Set(asked)).toEqual(new Set(['containers']));
  });

  it('copies what has come, and brings what has changed to the target, in one of many containers', async () => {
    for (const path of ['A', 'B', 'C']) fill(run.source, path, 25);
    const next = await pass(null);
    const changed = run.source
      .all()
      .filter(({ container }) => container === 'B')
      .slice(3, 18);
    for (const header of changed) run.source.put('B', header, new Uint8Array(header.size));
    run.source.put('B', itemHeader({ key: 'new' }), new Uint8Array(1));
    const last = await pass(next);
    expect(run.keysAtTarget()).toEqual(run.keysAtSource());
    expect(updated).toEqual(changed.map(({ key }) => key));
    expect(Object.keys(last.versions ?? {})).toEqual(['A', 'B', 'C']);
    updated = [];
    await pass(last);
    expect(updated).toEqual([]);
  });

  it('sees what changes behind it while it lists a container', async () => {
    fill(run.source, 'Inbox', 25);
    let batches = 0;
    const next = await pass(null, {
      shouldPause: () => {
        batches += 1;
        if (batches === 2) run.source.put('Inbox', run.source.all()[0] ?? itemHeader({ key: '' }), new Uint8Array(1));
        return true;
      },
    });
    updated = [];
    await pass(next);
    expect(updated).toEqual([run.source.all()[0]?.key]);
  });

  it('lists everything when it is to repair something, and where the source tells no versions', async () => {
    fill(run.source, 'Inbox', 25);
    await pass(null);
    run.ledger = new InMemoryLedger();
    await pass(null);
    expect(run.ledger.counts().alreadyThere).toBe(25);
    run.source.tellsVersions = false;
    const next = await pass(null);
    expect(next).toEqual({ containersDone: 0, cursor: null });
    updated = [];
    await pass(next);
    expect(updated).toHaveLength(25);
  });
});
