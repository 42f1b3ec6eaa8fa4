import fc from 'fast-check';
import { AnswerStream, AnswerTooLargeError, type PushedAnswer } from './answer-stream';

const MOST = 1_000;
const LINES =
  '* OK hello\r\n\r\n* 1 FETCH (UID 1 BODY[] {5}\r\na\r\nb{ X {0}\r\n)\n* 2 FETCH (UID 2)\r\nA1 OK {3} done\r\n';

/** What comes out of some chunks; `takes` is asked first. */
async function answersTo(chunks: readonly Buffer[], takes: (line: string) => boolean = () => false) {
  const taken: string[] = [];
  const read: string[] = [];
  const spelt = (text: string, literals: readonly Buffer[]) => [text, ...literals.map(String)].join('|');
  const stream = new AnswerStream(MOST, ({ text, literals }) => {
    const isTaken = takes(text);
    if (isTaken) taken.push(spelt(text, literals));
    return isTaken;
  });
  for (const chunk of chunks) stream.write(chunk);
  stream.end();
  for await (const answer of stream as AsyncIterable<PushedAnswer>) {
    read.push(spelt(String(answer.payload), answer.literals));
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

  it('is never said to be free of NUL when it is not, wherever the network cuts it', () => {
    const lines = '* 1 FETCH (BODY[] {3}\r\na\0b)\r\n* 2 FETCH (BODY[] {4}\r\nabcd)\r\n';
    const freeWhen = (cuts: readonly number[]): boolean[] => {
      const free: boolean[] = [];
      const stream = new AnswerStream(MOST, ({ isFreeOfNul }) => free.push(isFreeOfNul) > 0);
      const places = [0, ...cuts.toSorted((a, b) => a - b), lines.length];
      for (const [index, end] of places.slice(1).entries())
        stream.receive(Buffer.from(lines.slice(places[index], end)), () => undefined);
      return free;
    };
    fc.assert(
      fc.property(fc.array(fc.nat(lines.length), { maxLength: 12 }), (cuts) => {
        expect(freeWhen(cuts)[0]).toBe(false);
      }),
    );
    expect(freeWhen([lines.indexOf('* 2')])).toEqual([false, true]);
    expect(freeWhen([])).toEqual([false, false]);
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

  it('may come in one buffer that is used again, which it has to itself until an answer is dealt with', () => {
    const stream = new AnswerStream(MOST, ({ text }) => text.includes('FETCH'));
    const [buffer, read]: [Buffer, string[]] = [Buffer.alloc(40), []];
    let goneOn = 0;
    const receive = (text: string): boolean => {
      buffer.write(text);
      return stream.receive(buffer.subarray(0, text.length), () => (goneOn += 1));
    };
    expect(receive('* 1 FETCH (UID 1)\r\n* O')).toBe(true);
    expect(receive('K one\r\n* OK two\r\n* OK th')).toBe(false);
    for (let answer: PushedAnswer | null; (answer = stream.read() as PushedAnswer | null); answer.next()) {
      read.push(String(answer.payload));
      expect(goneOn).toBe(0);
    }
    expect([read, goneOn]).toEqual([['* OK one', '* OK two'], 1]);
    expect(receive('ree\r\n')).toBe(false);
    expect(String((stream.read() as PushedAnswer).payload)).toBe('* OK three');
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
