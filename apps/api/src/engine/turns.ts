/** Something that waits for its turn, and whoever waits for it. */
interface Waiting<T> {
  readonly thing: T;
  readonly done: () => void;
  readonly failed: (reason: unknown) => void;
}

/** The most that is done in one turn; more would hold a lock for too long. */
const MOST_IN_A_TURN = 50;

/**
 * Does things of one key one turn at a time, and all that came in during a turn together in the next one. When a turn
 * fails, its things are done one by one, so that none of them fails for another.
 */
export class Turns<T> {
  private readonly waiting = new Map<string, Waiting<T>[]>();

  constructor(private readonly doAll: (things: readonly T[]) => Promise<void>) {}

  /** Resolves when the thing is done; rejects with what its own doing threw. */
  take(key: string, thing: T): Promise<void> {
    return new Promise((done, failed) => {
      const queue = this.waiting.get(key);
      if (queue) queue.push({ thing, done, failed });
      else {
        this.waiting.set(key, [{ thing, done, failed }]);
        void this.work(key);
      }
    });
  }

  private async work(key: string): Promise<void> {
    for (let turn = this.next(key); turn.length > 0; turn = this.next(key)) {
      try {
        await this.doAll(turn.map(({ thing }) => thing));
        for (const { done } of turn) done();
      } catch (error) {
        if (turn.length === 1) turn[0]?.failed(error);
        else for (const one of turn) await this.doAll([one.thing]).then(one.done, one.failed);
      }
    }
    this.waiting.delete(key);
  }

  private next(key: string): Waiting<T>[] {
    return this.waiting.get(key)?.splice(0, MOST_IN_A_TURN) ?? [];
  }
}
