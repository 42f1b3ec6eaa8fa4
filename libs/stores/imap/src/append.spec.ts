import { Writable } from 'node:stream';
import { append, type AppendedMessage } from './append';
import type { MailClient } from './mail-client';

/** As much as is written at once, so that the next message waits until it is on its way. */
const LARGE = Buffer.alloc(1024 * 1024, 'x');

const message = (bytes: Buffer): AppendedMessage => ({
  content: {
    size: bytes.byteLength,
    hasNul: false,
    bytes,
    async *chunks() {
      yield bytes;
    },
    close: async () => undefined,
  },
  flags: [],
  internalDate: new Date(0),
});

/** A connection to a server that refuses what it is sent before it has read it. */
function refusingClient(capabilities: readonly string[]) {
  const refusal = Object.assign(new Error('Command failed'), { responseStatus: 'NO' });
  let go: () => void = () => undefined;
  const writeSocket = new Writable({
    write: (_chunk, _encoding, done) => (go = done),
    writev: (_all, done) => (go = done),
  });
  const close = jest.fn(() => void writeSocket.destroy());
  const client = {
    capabilities: new Map(capabilities.map((name) => [name, true])),
    writeSocket,
    close,
    exec: async (_command: string, _attributes: false, { onSend }: { onSend(): void }) => {
      onSend();
      await new Promise((resolve) => setImmediate(resolve));
      setImmediate(() => go());
      throw refusal;
    },
  };
  return { client: client as unknown as MailClient, close, refusal };
}

describe('append', () => {
  it('ends the connection where a refusal comes between two messages of a command that is not over', async () => {
    const { client, close, refusal } = refusingClient(['LITERAL+', 'MULTIAPPEND']);
    await expect(append(client, 'INBOX', [message(LARGE), message(LARGE)])).rejects.toBe(refusal);
    expect(close).toHaveBeenCalled();
  });

  it('keeps the connection where the server refuses instead of asking for the message', async () => {
    const { client, close, refusal } = refusingClient([]);
    await expect(append(client, 'INBOX', [message(LARGE)])).rejects.toBe(refusal);
    expect(close).not.toHaveBeenCalled();
  });

  it('keeps the connection where all was sent before the refusal', async () => {
    const { client, close, refusal } = refusingClient(['LITERAL+']);
    await expect(append(client, 'INBOX', [message(Buffer.from('short'))])).rejects.toBe(refusal);
    expect(close).not.toHaveBeenCalled();
  });
});
