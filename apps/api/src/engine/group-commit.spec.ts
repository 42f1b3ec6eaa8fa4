import { GroupCommit } from './group-commit';

describe('GroupCommit', () => {
  it('commits together what arrives while another group is being committed', async () => {
    const groups: number[][] = [];
    const first = Promise.withResolvers();
    const commits = new GroupCommit<number>(async (group) => {
      groups.push([...group]);
      if (groups.length === 1) await first.promise;
    }, 10);
    const begun = commits.add(1);
    await new Promise(setImmediate);
    const later = [2, 3, 4].map((entry) => commits.add(entry));
    first.resolve(null);
    await Promise.all([begun, ...later]);
    expect(groups).toEqual([[1], [2, 3, 4]]);
  });

  it('makes no group larger than it may be', async () => {
    const sizes: number[] = [];
    const commits = new GroupCommit<number>(async (group) => void sizes.push(group.length), 2);
    await Promise.all([1, 2, 3, 4, 5].map((entry) => commits.add(entry)));
    expect(sizes).toEqual([2, 2, 1]);
  });

  it('lets only the entry fail that cannot be committed', async () => {
    const committed: number[] = [];
    const commits = new GroupCommit<number>(async (group) => {
      if (group.includes(2)) throw new Error('not this one');
      committed.push(...group);
    }, 10);
    const outcomes = await Promise.allSettled([1, 2, 3].map((entry) => commits.add(entry)));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(committed).toEqual([1, 3]);
  });

  it('goes on after a failure', async () => {
    let broken = true;
    const commits = new GroupCommit<number>(async () => {
      if (broken) throw new Error('broken');
    }, 10);
    await expect(commits.add(1)).rejects.toThrow('broken');
    broken = false;
    await expect(commits.add(2)).resolves.toBeUndefined();
  });
});
