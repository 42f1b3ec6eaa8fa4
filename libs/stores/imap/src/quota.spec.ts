import { QuotaWatch } from './quota';
import type { Session } from './sessions';

/** A server that says how much is used of 1,000 bytes and 10 messages. */
const server = (used: { bytes: number; messages: number }): Session => {
  const client = {
    getQuota: async () => ({
      storage: { usage: used.bytes, limit: 1_000 },
      message: { usage: used.messages, limit: 10 },
    }),
  };
  return { client } as unknown as Session;
};

describe('The room in a mailbox', () => {
  it('is what the server says, without what other batches are about to take', async () => {
    const watch = new QuotaWatch();
    const used = { bytes: 100, messages: 1 };
    expect(await watch.roomFor(server(used), 'INBOX', 300)).toEqual({ bytes: 900, messages: 9 });
    const end = watch.begin(300, 3);
    expect(await watch.roomFor(server(used), 'INBOX', 300)).toEqual({ bytes: 600, messages: 6 });
    const endToo = watch.begin(700, 7);
    expect(await watch.roomFor(server(used), 'INBOX', 300)).toEqual({ bytes: 0, messages: 0 });
    end();
    endToo();
    used.bytes = 400;
    expect(await watch.roomFor(server(used), 'INBOX', 300)).toEqual({ bytes: 600, messages: 9 });
  });
});
