import fc from 'fast-check';
import { decodeEncodedWords } from './encoded-words';
import { parseFields } from './header-fields';

const fields = (...lines: string[]) => parseFields(Buffer.from(lines.join('\r\n'), 'latin1'));

describe('header fields', () => {
  it('are read folded, in any case and as often as they occur', () => {
    expect(
      fields(
        'RECEIVED: from a\r\n\tby b;  Mon',
        'message-id :\r\n <1@ferry.example>',
        'Received: from c',
        'Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=\r\n =?utf-8?B?IGF1cyBLw7Zsbg==?=',
        'Message-ID: <2@ferry.example>',
        '',
      ),
    ).toEqual({
      messageId: '<1@ferry.example>',
      received: ['from a by b; Mon', 'from c'],
      subject: 'Grüße aus Köln',
    });
  });

  it('are missing where they are missing or empty', () => {
    expect(fields('Message-ID: ', 'no field at all', '')).toEqual({ messageId: null, received: [], subject: '' });
  });

  it('may hold UTF-8 or Latin-1 as it is', () => {
    expect(parseFields(Buffer.from('Subject: Grüße')).subject).toBe('Grüße');
    expect(fields('Subject: Gr\xfc\xdfe').subject).toBe('Grüße');
  });

  it('are found wherever they stand, with any space between and within them', () => {
    const names = ['Message-ID', 'received', 'SUBJECT', 'To'];
    const pieces = fc.constantFrom(...names, ':', ' ', '\t', '\r\n', '\n', '\r', '\xa0', '<a@b>', 'word');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const plain = text
          .replace(/\r?\n(?=[ \t])/g, ' ')
          .split(/\r?\n/)
          .filter((field) => field.indexOf(':') > 0)
          .map((field) => [field.slice(0, field.indexOf(':')), field.slice(field.indexOf(':') + 1)])
          .map(([name = '', value = '']) => [name.trim().toLowerCase(), value.replace(/\s+/g, ' ').trim()] as const);
        const of = (wanted: string) => plain.filter(([name]) => name === wanted).map(([, value]) => value);
        expect(parseFields(Buffer.from(text, 'latin1'))).toEqual({
          messageId: of('message-id').find((value) => value !== '') ?? null,
          received: of('received'),
          subject: of('subject')[0] ?? '',
        });
      }),
    );
  });

  it('never break a line of a list', () => {
    expect(fields('Subject: =?utf-8?Q?a=0D=0Ab=00c?=').subject).toBe('a b c');
  });
});

describe('encoded words', () => {
  it.each([
    ['=?iso-8859-1?q?caf=E9_au_lait?=', 'café au lait'],
    ['=?UTF-8*de?B?w6Q=?= and plain', 'ä and plain'],
    ['=?no-such-charset?Q?left?= as it is', '=?no-such-charset?Q?left?= as it is'],
    ['=?iso-2022-jp?B?GyRCRnxLXBsoQg==?=', '日本'],
  ])('%s', (text, decoded) => {
    expect(decodeEncodedWords(text)).toBe(decoded);
  });
});
