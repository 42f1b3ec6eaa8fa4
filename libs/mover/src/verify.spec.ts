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

  const compare = (accepted: string[] = [], samplePerContainer = 2) =>
    verify({ source, target, accepted: new Set(accepted), pageSize: 7, samplePerContainer, signal });

  it('finds nothing when both sides are alike', async () => {
    expect(await compare()).toEqual({
      atSource: 35,
      atTarget: 35,
      missingCount: 0,
      missing: [],
      sizeMismatchCount: 0,
      sizeMismatch: [],
      containers: [
        { path: 'Archive', compared: 5, atTarget: 5, missing: 0, different: 0, sampled: 2, sampledDifferent: 0 },
        { path: 'Inbox', compared: 30, atTarget: 30, missing: 0, different: 0, sampled: 2, sampledDifferent: 0 },
      ],
    });
  });

  it('says of each container what it found there, also of one that only the target has', async () => {
    target.remove('Inbox', 'Inbox#11');
    target.put('Archive', itemHeader({ key: 'Archive#2' }), new Uint8Array(99));
    fill(target, 'Since then', 4);
    const { containers } = await compare(['Inbox#12'], 0);
    expect(containers).toMatchObject([
      { path: 'Archive', compared: 5, atTarget: 5, missing: 0, different: 1 },
      { path: 'Inbox', compared: 29, atTarget: 29, missing: 1, different: 0 },
      { path: 'Since then', compared: 0, atTarget: 4, missing: 0, different: 0, sampled: 0 },
    ]);
  });

  it('finds other content of the same size in its sample, and tells it without judging', async () => {
    for (let item = 0; item < 5; item++) {
      target.put('Archive', itemHeader({ key: `Archive#${item}` }), new Uint8Array(100).fill(7));
    }
    const { containers, sizeMismatchCount } = await compare([], 3);
    expect(sizeMismatchCount).toBe(0);
    expect(containers[0]).toMatchObject({ path: 'Archive', sampled: 3, sampledDifferent: 3 });
  });

  it('reads nothing when no sample is wanted', async () => {
    const { containers } = await compare([], 0);
    expect(containers.map(({ sampled }) => sampled)).toEqual([0, 0]);
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
    const aborted = verify({
      source,
      target,
      accepted: new Set(),
      pageSize: 7,
      samplePerContainer: 2,
      signal: AbortSignal.abort(reason),
    });
    await expect(aborted).rejects.toBe(reason);
  });
});
