import { oneAhead } from './one-ahead';

describe('making one value ahead', () => {
  it('hands out the same values in order, and makes the next while one is in use', async () => {
    const made: number[] = [];
    async function* numbers(): AsyncGenerator<number> {
      for (let number = 1; number <= 4; number += 1) {
        made.push(number);
        yield number;
      }
    }
    const seen: [number, number[]][] = [];
    for await (const number of oneAhead(numbers())) {
      await Promise.resolve();
      seen.push([number, [...made]]);
    }
    expect(seen).toEqual([
      [1, [1, 2]],
      [2, [1, 2, 3]],
      [3, [1, 2, 3, 4]],
      [4, [1, 2, 3, 4]],
    ]);
  });

  it('waits for the value that is being made before it ends', async () => {
    let finish = (): void => undefined;
    let isMade = false;
    async function* slow(): AsyncGenerator<number> {
      yield 1;
      await new Promise<void>((resolve) => (finish = resolve));
      isMade = true;
      yield 2;
    }
    const values = oneAhead(slow());
    await values.next();
    const ending = values.return(undefined);
    void Promise.resolve().then(() => finish());
    await ending;
    expect(isMade).toBe(true);
  });

  it('passes an error on in its turn, after the values before it', async () => {
    async function* failing(): AsyncGenerator<number> {
      yield 1;
      throw new Error('the source is gone');
    }
    const values = oneAhead(failing());
    await expect(values.next()).resolves.toEqual({ done: false, value: 1 });
    await expect(values.next()).rejects.toThrow('the source is gone');
  });
});
