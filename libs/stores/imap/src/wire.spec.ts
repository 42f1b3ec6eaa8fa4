import fc from 'fast-check';
import { flagChange, flagsOf, keptFlags, propertiesOf } from './flags';
import { decodeMailboxName, encodeMailboxName, quoted } from './modified-utf7';
import { numbersIn, sequenceSet } from './sequence-set';

describe('names of mailboxes on the wire', () => {
  it.each([
    ['Entwürfe & Söhne', 'Entw&APw-rfe &- S&APY-hne'],
    ['~peter/mail/台北/日本語', '~peter/mail/&U,BTFw-/&ZeVnLIqe-'],
    ['plain', 'plain'],
  ])('%s', (name, encoded) => {
    expect(encodeMailboxName(name)).toBe(encoded);
    expect(decodeMailboxName(encoded)).toBe(name);
  });

  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const encoded = encodeMailboxName(name);
        expect(encoded).toMatch(/^[\x20-\x7e]*$/);
        expect(decodeMailboxName(encoded)).toBe(name);
      }),
    );
  });

  it('never end the command that they stand in', () => {
    expect(quoted('a "b" \\')).toBe('"a \\"b\\" \\\\"');
    expect(() => quoted('a\r\nA1 DELETE INBOX')).toThrow(RangeError);
  });
});

describe('sequence sets', () => {
  it('are as short as they can be', () => {
    expect(sequenceSet([1, 2, 3, 7, 9, 10])).toBe('1:3,7,9:10');
    expect(sequenceSet([])).toBe('');
    expect([...numbersIn('9:10,7,3:1')]).toEqual([1, 2, 3, 7, 9, 10]);
    expect([...numbersIn('')]).toEqual([]);
  });
});

describe('flags', () => {
  it('become properties and flags again; what belongs to a session is left out', () => {
    const properties = propertiesOf(new Set(['\\SEEN', '\\Recent', '$Junk', 'Label']));
    expect(properties).toMatchObject({ seen: true, flagged: false, keywords: ['$Junk', 'Label'] });
    expect(flagsOf(properties)).toEqual(['\\Seen', '$Junk', 'Label']);
  });

  it('leave out keywords that would break a command', () => {
    expect(flagsOf({ keywords: ['good', 'a b', 'a)', '', '\\Seen', 'ä'] })).toEqual(['good']);
  });

  it('are those that the mailbox keeps', () => {
    const flags = ['\\Seen', '\\Draft', 'Label'];
    expect(keptFlags(flags, new Set(['\\seen']))).toEqual(['\\Seen']);
    expect(keptFlags(flags, new Set(['\\Seen', '\\*']))).toEqual(['\\Seen', 'Label']);
    expect(keptFlags(flags, undefined)).toEqual(flags);
  });

  it('follow both ways, and keywords only when they are added', () => {
    const has = new Set(['\\Seen', '$Own']);
    expect(flagChange(has, ['\\Flagged', '$Work'])).toEqual({ add: ['\\Flagged', '$Work'], remove: ['\\Seen'] });
    expect(flagChange(has, ['\\seen'])).toBeNull();
  });
});
