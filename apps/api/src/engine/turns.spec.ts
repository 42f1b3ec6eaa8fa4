import { Turns } from './turns';

describe('Turns', () => {
  it('does together what came in while a turn was under way, each key for itself', async () => {
    const turns: string[][] = [];
    const gates: (() => void)[] = [];
    const subject = new Turns<string>(async (things) => {
      turns.push([...things]);
      if (turns.length <= 2) await new Promise<void>((open) => gates.push(open));
    });
    const all = [subject.take('a', 'a1'), subject.take('a', 'a2'), subject.take('a', 'a3'), subject.take('b', 'b1')];
    for (const open of gates) open();
    await Promise.all(all);
    expect(turns).toEqual([['a1'], ['b1'], ['a2', 'a3']]);
    await subject.take('a', 'a4');
    expect(turns.at(-1)).toEqual(['a4']);
  });

  it('lets nothing fail for another', async () => {
    const subject = new Turns<string>(async (things) => {
      await Promise.resolve();
      if (things.includes('bad')) throw new Error('bad');
    });
    const outcomes = await Promise.allSettled(
      ['first', 'good', 'bad', 'fine'].map((thing) => subject.take('a', thing)),
    );
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  });
});
