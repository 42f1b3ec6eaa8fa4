import { ServerSentEventParser } from './server-sent-events';

describe('ServerSentEventParser', () => {
  const parse = (...pieces: string[]) => {
    const parser = new ServerSentEventParser();
    return pieces.flatMap((piece) => parser.push(piece));
  };

  it('hands a message over once its empty line has come', () => {
    expect(parse('data: {"a":1}\n')).toEqual([]);
    expect(parse('data: {"a":1}\n', '\n')).toEqual([{ type: 'message', data: '{"a":1}' }]);
  });

  it('puts pieces of any size together', () => {
    expect(parse(...'event: deleted\ndata: x\n\ndata: y\n\n')).toEqual([
      { type: 'deleted', data: 'x' },
      { type: 'message', data: 'y' },
    ]);
  });

  it('joins several data lines with a line feed', () => {
    expect(parse('data: one\ndata: two\n\n')).toEqual([{ type: 'message', data: 'one\ntwo' }]);
  });

  it.each(['\n', '\r\n', '\r'])('reads lines that end in %j', (end) => {
    expect(parse(`data: one${end}${end}data: two${end}${end}:`)).toEqual([
      { type: 'message', data: 'one' },
      { type: 'message', data: 'two' },
    ]);
  });

  it('does not take CR LF apart when a piece ends between them', () => {
    expect(parse('data: one\r', '\ndata: two\r', '\n\r\n')).toEqual([{ type: 'message', data: 'one\ntwo' }]);
  });

  it('says nothing for comments and for an event without data', () => {
    expect(parse(': keep-alive\n\nevent: ping\n\nid: 4\nretry: 9\n\n')).toEqual([]);
  });

  it('takes away one leading space only', () => {
    expect(parse('data:  x\n\n')).toEqual([{ type: 'message', data: ' x' }]);
    expect(parse('data:x\n\n')).toEqual([{ type: 'message', data: 'x' }]);
  });
});
