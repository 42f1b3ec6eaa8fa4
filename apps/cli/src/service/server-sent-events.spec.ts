import { Readable } from 'node:stream';
import { serverSentEvents } from './server-sent-events';

async function read(...pieces: string[]) {
  const events: unknown[] = [];
  for await (const event of serverSentEvents(Readable.from(pieces))) events.push(event);
  return events;
}

describe('serverSentEvents', () => {
  it('reads messages with and without a type', async () => {
    expect(await read('data: one\n\nevent: deleted\ndata: two\n\n')).toEqual([
      { type: 'message', data: 'one' },
      { type: 'deleted', data: 'two' },
    ]);
  });

  it('reads the same from pieces of any size and with any ends of lines', async () => {
    const stream = 'id: 1\r\ndata: a: b\r\ndata:c\r\n\r\ndata: next\r\rdata: last\n\n';
    const whole = await read(stream);
    expect(whole).toEqual([
      { type: 'message', data: 'a: b\nc' },
      { type: 'message', data: 'next' },
      { type: 'message', data: 'last' },
    ]);
    for (let size = 1; size < stream.length; size += 1) {
      const pieces = stream.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
      expect(await read(...pieces)).toEqual(whole);
    }
  });

  it('passes over comments, and drops a message that is cut off', async () => {
    expect(await read(': still here\n\ndata: whole\n\ndata: half')).toEqual([{ type: 'message', data: 'whole' }]);
  });
});
