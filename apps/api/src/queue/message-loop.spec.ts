import type { JobWithMetadata, PgBoss } from 'pg-boss';
import { type HeldMessage, MessageLoop } from './message-loop';

type Message = HeldMessage<'workload-runs'>;

/** Messages that lie ready, handed out as they are asked for; how many each fetch asked for is noted. */
class ReadyMessages implements Pick<PgBoss, 'touch' | 'fail'> {
  readonly asked: number[] = [];
  private last = 0;

  constructor(private ready: number) {}

  add(count: number): void {
    this.ready += count;
  }

  readonly fetch = async (_name: string, { batchSize = 1 } = {}): Promise<JobWithMetadata[]> => {
    this.asked.push(batchSize);
    const count = Math.min(batchSize, this.ready);
    this.ready -= count;
    return Array.from({ length: count }, () => message(++this.last));
  };

  async touch(): ReturnType<PgBoss['touch']> {
    return { jobs: [], requested: 0, affected: 0 };
  }

  async fail(): ReturnType<PgBoss['fail']> {
    return { jobs: [], requested: 0, affected: 0 };
  }
}

const message = (runId: number): JobWithMetadata =>
  ({
    id: `message-${runId}`,
    retryCount: 0,
    priority: -runId,
    expireInSeconds: 900,
    data: { runId },
  }) as JobWithMetadata;

/** Long enough for a fetch that was to be made. */
async function turnsOfTheEventLoop(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

describe('MessageLoop', () => {
  const held: Message[] = [];
  const ends: (() => void)[] = [];
  let ready: ReadyMessages;
  let loop: MessageLoop<'workload-runs'>;

  async function begin(count: number, concurrency: number): Promise<void> {
    held.length = 0;
    ends.length = 0;
    ready = new ReadyMessages(count);
    loop = new MessageLoop(
      ready,
      'workload-runs',
      { concurrency },
      {
        handle: (given) => {
          held.push(given);
          return new Promise((resolve) => ends.push(resolve));
        },
        troubled: (error) => {
          throw error;
        },
      },
    );
    await turnsOfTheEventLoop();
  }

  afterEach(async () => {
    for (const end of ends) end();
    await loop.stop(1_000);
  });

  it('asks for as many as there is room for, and for more when it got them and a place is left', async () => {
    await begin(3, 2);
    expect(held).toHaveLength(2);
    held[0]?.place.leave();
    await turnsOfTheEventLoop();
    expect(held).toHaveLength(3);
    expect(ready.asked).toEqual([2, 1]);
  });

  it('does not ask again for what was not there when a place is left', async () => {
    await begin(1, 2);
    held[0]?.place.leave();
    await turnsOfTheEventLoop();
    expect(ready.asked).toEqual([2]);
  });

  it('asks again when a message has ended, because others may wait for its end', async () => {
    await begin(1, 2);
    ready.add(1);
    ends[0]?.();
    await turnsOfTheEventLoop();
    expect(held).toHaveLength(2);
    expect(ready.asked).toEqual([2, 2]);
  });

  it('asks again when it hears of a message', async () => {
    await begin(0, 2);
    ready.add(1);
    loop.nudge();
    await turnsOfTheEventLoop();
    expect(held).toHaveLength(1);
  });
});
