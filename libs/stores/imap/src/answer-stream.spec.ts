import fc from 'fast-check';
import { AnswerStream, AnswerTooLargeError, type PushedAnswer } from './answer-stream';

const MOST = 1_000;
const LINES =
  '* OK hello\r\n\r\n* 1 FETCH (UID 1 BODY[] {5}\r\na\r\nb{ X {0}\r\n)\n* 2 FETCH (UID 2)\r\nA1 OK {3} done\r\n';

/** What comes out of some chunks; `takes` is asked first. */
async function answersTo(chunks: readonly Buffer[], takes: (line: string) => boolean = () => false) {
  const taken: string[] = [];
  const read: string[] = [];
  const textOf = ({ payload, literals }: Pick<PushedAnswer, 'payload' | 'literals'>) =>
    [payload, ...literals].map(String).join('|');
  const stream = new AnswerStream(MOST, (answer) => {
    const isTaken = takes(String(answer.payload));
    if (isTaken) taken.push(textOf(answer));
    return isTaken;
  });
  for (const chunk of chunks) stream.write(chunk);
  stream.end();
  for await (const answer of stream as AsyncIterable<PushedAnswer>) {
    read.push(textOf(answer));
    answer.next();
  }
  return { taken, read };
}

describe('What a server sends', () => {
  const whole = [
    '* OK hello',
    '* 1 FETCH (UID 1 BODY[] {5}\r\n X {0}\r\n)|a\r\nb{|',
    '* 2 FETCH (UID 2)',
    'A1 OK {3} done',
  ];

  it('is cut into lines with their literals, wherever the network cuts it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(LINES.length), { maxLength: 12 }), async (cuts) => {
        const places = [0, ...cuts.toSorted((a, b) => a - b), LINES.length];
        const chunks = places.slice(1).map((end, index) => Buffer.from(LINES.slice(places[index], end)));
        expect((await answersTo(chunks.filter(({ length }) => length > 0))).read).toEqual(whole);
      }),
    );
  });

  it('is not handed on where somebody is done with it already, in the order in which it was sent', async () => {
    const { taken, read } = await answersTo([Buffer.from(LINES)], (line) => line.includes('FETCH'));
    expect(taken).toEqual(whole.slice(1, 3));
    expect(read).toEqual([whole[0], whole[3]]);
  });

  it('may be an answer that is too large, which ends the connection before it has arrived', async () => {
    await expect(answersTo([Buffer.from('* 1 FETCH (BODY[] {1001}\r\n')])).rejects.toBeInstanceOf(AnswerTooLargeError);
    await expect(answersTo([Buffer.alloc(MOST + 1, 'x')])).rejects.toBeInstanceOf(AnswerTooLargeError);
    await expect(
      answersTo(Array.from({ length: 10 }, () => Buffer.from(`{99}\r\n${'x'.repeat(99)}`))),
    ).rejects.toBeInstanceOf(AnswerTooLargeError);
  });

  it('is not read on while an answer is being dealt with', async () => {
    const stream = new AnswerStream(MOST, () => false);
    stream.write(Buffer.from('* 1\r\n* 2\r\n'));
    const first = stream.read() as PushedAnswer;
    expect([String(first.payload), first.trailingAfterLine, stream.read()]).toEqual(['* 1', true, null]);
    first.next();
    const second = stream.read() as PushedAnswer;
    expect([String(second.payload), second.trailingAfterLine]).toEqual(['* 2', false]);
    stream.destroy();
    second.next();
  });
});
