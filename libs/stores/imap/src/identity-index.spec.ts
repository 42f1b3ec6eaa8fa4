import fc from 'fast-check';
import { IdentityIndex } from './identity-index';
import { IDENTITY_BYTES } from './item-key';

/** Identities that begin alike, so that they meet in the table. */
const identity = (number: number): Uint8Array => new Uint8Array(IDENTITY_BYTES).fill(number, 3);

describe('IdentityIndex', () => {
  it('numbers the messages of one identity in the order of their UIDs, as a plain list would', () => {
    const messages = fc.array(
      fc.record({ gap: fc.integer({ min: 1, max: 5 }), number: fc.integer({ min: 0, max: 9 }) }),
    );
    fc.assert(
      fc.property(messages, (all) => {
        const index = new IdentityIndex();
        const plain: { uid: number; number: number; occurrence: number }[] = [];
        for (const { gap, number } of all) {
          const uid = index.lastUid + gap;
          const occurrence = plain.filter((one) => one.number === number).length + 1;
          plain.push({ uid, number, occurrence });
          expect(index.add(uid, identity(number))).toBe(occurrence);
        }
        for (const { uid, number, occurrence } of plain) {
          expect(index.uidOf(identity(number), occurrence)).toBe(uid);
          expect(index.occurrenceOf(uid)).toBe(occurrence);
        }
        for (let number = 0; number < 10; number += 1) {
          const count = plain.filter((one) => one.number === number).length;
          expect(index.count(identity(number))).toBe(count);
          expect(index.uidOf(identity(number), count + 1)).toBeNull();
        }
        expect(index.size).toBe(plain.length);
      }),
    );
  });

  it('closes the gaps of messages that are gone', () => {
    const index = new IdentityIndex();
    for (const uid of [1, 2, 3, 9]) index.add(uid, identity(1));
    const kept = index.keepOnly((uid) => uid !== 2);
    expect(kept.count(identity(1))).toBe(3);
    expect(kept.uidOf(identity(1), 2)).toBe(3);
    expect(kept.occurrenceOf(2)).toBeNull();
  });

  it('refuses a UID that is not behind the others', () => {
    const index = new IdentityIndex();
    index.add(5, identity(1));
    expect(() => index.add(5, identity(2))).toThrow(RangeError);
  });

  it('takes about 30 bytes a message', () => {
    const index = new IdentityIndex();
    const bytes = new Uint8Array(IDENTITY_BYTES);
    const numbered = (uid: number): Uint8Array => {
      new DataView(bytes.buffer).setUint32(0, uid * 2_654_435_761);
      return bytes;
    };
    const before = process.memoryUsage().arrayBuffers;
    for (let uid = 1; uid <= 100_000; uid += 1) index.add(uid, numbered(uid));
    expect(index.size).toBe(100_000);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100_000 * 36);
    for (const uid of [1, 64, 65, 4_096, 4_097, 65_537, 100_000]) {
      expect([index.occurrenceOf(uid), index.uidOf(numbered(uid), 1)]).toEqual([1, uid]);
    }
  });
});
