import fc from 'fast-check';
import { folderMark, formatKey, identityOf, identityOfContent, parseKey, PREFIX_BYTES } from './item-key';

const identity = (messageId: string | null, ...received: string[]) => identityOf({ messageId, received });

describe('the key of a message', () => {
  it('comes from Message-Id and Received, so that copies by different ways are two messages', () => {
    expect(identity('<1@x>', 'by a')).toEqual(identity('<1@x>', 'by a'));
    expect(identity('<1@x>', 'by a')).not.toEqual(identity('<1@x>', 'by b'));
    expect(identity('<1@x>', 'a', 'b')).not.toEqual(identity('<1@x>', 'a b'));
    expect(identity(null, 'by a')).toBeNull();
  });

  it('comes from the beginning of the content where there is no Message-Id', () => {
    const content = Buffer.alloc(PREFIX_BYTES + 10, 'x');
    expect(identityOfContent(content)).toEqual(identityOfContent(content.subarray(0, PREFIX_BYTES)));
    expect(identityOfContent(content)).not.toEqual(identityOfContent(Buffer.from('y')));
  });

  it('says identity, folder and occurrence, and the Message-Id for people', () => {
    const bytes = identityOfContent(Buffer.from('a message'));
    const key = formatKey({ identity: bytes, occurrence: 12 }, folderMark('Work'), '<1@ferry.example>');
    expect(key).toMatch(/^[\w-]{22}\.[\w-]{8}\.12 <1@ferry\.example>$/);
    expect(parseKey(key)).toEqual({ identity: Buffer.from(bytes), occurrence: 12 });
    const elsewhere = formatKey({ identity: bytes, occurrence: 12 }, folderMark('Home'), '<1@ferry.example>');
    expect(elsewhere).not.toBe(key);
  });

  it('is read as it was written, whatever the identity', () => {
    const identities = fc.uint8Array({ minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(identities, fc.integer({ min: 1 }), (bytes, occurrence) => {
        const key = formatKey({ identity: bytes, occurrence }, folderMark('Work'), null);
        expect(key.slice(0, 22)).toBe(Buffer.from(bytes).toString('base64url'));
        expect(parseKey(key)).toEqual({ identity: bytes, occurrence });
      }),
    );
  });

  it('stays on one line and short, whatever the Message-Id is', () => {
    const key = formatKey(
      { identity: new Uint8Array(16), occurrence: 1 },
      folderMark('Work'),
      `<a\r\n b${'c'.repeat(999)}>`,
    );
    expect(key).toMatch(/^\S+ <abc+$/);
    expect(key.length).toBeLessThan(160);
  });

  it.each(['', 'file.txt', '<1@ferry.example>'])('of another store is none of ours: "%s"', (key) => {
    expect(parseKey(key)).toBeNull();
  });
});
