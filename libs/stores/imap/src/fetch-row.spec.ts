import { isFetchRow, readFetchRow } from './fetch-row';

const answer = (line: string, ...literals: string[]) => ({
  text: line,
  literals: literals.map((text) => Buffer.from(text, 'latin1')),
  isFreeOfNul: false,
});

describe('A row of a FETCH', () => {
  it('tells all that a listing asks for, in any order and case', () => {
    const row = readFetchRow(
      answer(
        '* 7 Fetch (Flags (\\Seen $Label a]b) INTERNALDATE " 1-Feb-2003 04:05:06 +0100" rfc822.size 1234 ' +
          'BODY[HEADER.FIELDS (MESSAGE-ID RECEIVED)] {11}\r\n UID 99 MODSEQ (12345678901234567890))',
        'Message-ID:',
      ),
    );
    expect(row).toEqual({
      uid: 99,
      size: 1234,
      internalDate: ' 1-Feb-2003 04:05:06 +0100',
      flags: new Set(['\\Seen', '$Label', 'a]b']),
      bytes: Buffer.from('Message-ID:'),
      isFreeOfNul: false,
    });
  });

  it('may name its fields quoted or as literals, and hand out a text quoted or nothing at all', () => {
    const named = answer(
      '* 1 FETCH (BODY[HEADER.FIELDS ("Message-ID" {8}\r\n)]<0> ~{3}\r\n UID 5)',
      'Received',
      'a\0b',
    );
    expect(readFetchRow(named)).toMatchObject({ uid: 5, bytes: Buffer.from('a\0b') });
    expect(readFetchRow(answer('* 1 FETCH (UID 5 BODY[] "a \\"b\\" \\\\ (c")'))).toMatchObject({
      bytes: Buffer.from('a "b" \\ (c'),
    });
    expect(readFetchRow(answer('* 1 FETCH (UID 5 BODY[] "")'))).toMatchObject({ bytes: Buffer.alloc(0) });
    expect(readFetchRow(answer('* 1 FETCH (UID 5 BODY[] NIL)'))).toMatchObject({ bytes: null });
  });

  it('passes over what was not asked for, however it is nested', () => {
    const row = readFetchRow(
      answer('* 1 FETCH (X-GM-LABELS ("a)" (b {1}\r\n)) UID 5 BODYSTRUCTURE ("TEXT" NIL ("x" "y")) FLAGS ())', ')'),
    );
    expect(row).toMatchObject({ uid: 5, flags: new Set() });
  });

  it('has the flags of its own list, whatever was listed before', () => {
    const flagsOf = (list: string, ...literals: string[]) =>
      readFetchRow(answer(`* 1 FETCH (FLAGS ${list} UID 5)`, ...literals))?.flags;
    for (let round = 0; round < 2; round += 1) {
      expect(flagsOf('(\\Seen)')).toEqual(new Set(['\\Seen']));
      expect(flagsOf('(\\Seen $A)')).toEqual(new Set(['\\Seen', '$A']));
      expect(flagsOf('()')).toEqual(new Set());
      expect(flagsOf('("a)" b)')).toEqual(new Set(['a)', 'b']));
      expect(flagsOf('("a)" c)')).toEqual(new Set(['a)', 'c']));
      expect(flagsOf('({1}\r\n)', ')')).toEqual(new Set());
      expect(flagsOf('NIL')).toEqual(new Set());
    }
  });

  it('is none where it is broken off or says something else', () => {
    for (const line of ['* 1 FETCH (FLAGS (\\Seen', '* 1 FETCH (FLAGS (\\Seen))', '* 1 FETCH (UID', '* 1 FETCH (']) {
      expect(readFetchRow(answer(line))).toBeNull();
    }
    for (const line of ['* 12 EXISTS', '* OK FETCH (', 'A1 OK FETCH done', '+ go on', '']) {
      expect([isFetchRow(line), readFetchRow(answer(line))]).toEqual([false, null]);
    }
  });

  it('comes to an end whatever a server sends', () => {
    for (const rest of [')', '))((', '[', '"', '{', 'A[', 'UID )(', 'BODY["', 'UID 1 ~', 'UID 5 ]]']) {
      expect(() => readFetchRow(answer(`* 1 FETCH (${rest}`))).not.toThrow();
    }
  });
});
