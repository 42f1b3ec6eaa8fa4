import { fill, InMemoryItemStore, itemHeader } from '@ferry/testing';
import { verify } from './verify';

describe('verify', () => {
  const { signal } = new AbortController();
  let source: InMemoryItemStore;
  let target: InMemoryItemStore;

  beforeEach(() => {
    source = new InMemoryItemStore();
    target = new InMemoryItemStore();
    for (const store of [source, target]) {
      fill(store, 'Inbox', 30);
      fill(store, 'Archive', 5);
    }
  });

  const compare = (accepted: string[] = []) =>
    verify({ source, target, accepted: new Set(accepted), pageSize: 7, signal });

  it('finds nothing when both sides are alike', async () => {
    expect(await compare()).toEqual({
      atSource: 35,
      atTarget: 35,
      missingCount: 0,
      missing: [],
      sizeMismatchCount: 0,
      sizeMismatch: [],
    });
  });

  it('names an item that is missing at the target', async () => {
    target.remove('Inbox', 'Inbox#11');
    expect(await compare()).toMatchObject({ atTarget: 34, missingCount: 1, missing: ['Inbox#11'] });
  });

  it('names an item of another size', async () => {
    target.put('Archive', itemHeader({ key: 'Archive#2' }), new Uint8Array(99));
    expect(await compare()).toMatchObject({ missingCount: 0, sizeMismatchCount: 1, sizeMismatch: ['Archive#2'] });
  });

  it('does not miss what was skipped or failed', async () => {
    target.remove('Inbox', 'Inbox#11');
    expect(await compare(['Inbox#11'])).toMatchObject({ atSource: 35, atTarget: 34, missingCount: 0 });
  });

  it('misses everything in a container that the target lacks', async () => {
    fill(source, 'Drafts', 3);
    expect(await compare()).toMatchObject({ atSource: 38, missingCount: 3 });
  });

  it('counts what the target has beyond the source', async () => {
    fill(target, 'Since then', 4);
    fill(target, 'Archive', 6);
    expect(await compare()).toMatchObject({ atSource: 35, atTarget: 40, missingCount: 0 });
  });

  it('counts an item that the source lists in two containers once', async () => {
    source.put('Label', itemHeader({ key: 'Inbox#1' }), new Uint8Array(100));
    expect(await compare()).toMatchObject({ atSource: 35, missingCount: 0 });
  });

  it('names the first hundred and counts them all', async () => {
    fill(source, 'Sent Items', 250);
    const verification = await compare();
    expect(verification.missingCount).toBe(250);
    expect(verification.missing).toHaveLength(100);
  });

  it('throws the reason of an aborted signal', async () => {
    const reason = new Error('stopping');
    const aborted = verify({ source, target, accepted: new Set(), pageSize: 7, signal: AbortSignal.abort(reason) });
    await expect(aborted).rejects.toBe(reason);
  });
});
