import { ahead } from './ahead';

describe('making values ahead', () => {
  it.each([1, 2])('hands out the same values in order, and makes %d while one is in use', async (depth) => {
    const made: number[] = [];
    async function* numbers(): AsyncGenerator<number> {
      for (let number = 1; number <= 4; number += 1) {
        made.push(number);
        yield number;
      }
    }
    const seen: [number, number][] = [];
    for await (const number of ahead(numbers(), depth)) {
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
      seen.push([number, made.length]);
    }
    expect(made).toEqual([1, 2, 3, 4]);
    expect(seen).toEqual([1, 2, 3, 4].map((number) => [number, Math.min(number + depth, 4)]));
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
    const values = ahead(slow(), 1);
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
    const values = ahead(failing(), 2);
    await expect(values.next()).resolves.toEqual({ done: false, value: 1 });
    await expect(values.next()).rejects.toThrow('the source is gone');
  });
});
