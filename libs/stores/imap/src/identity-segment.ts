import { IDENTITY_BYTES } from './item-key';

/** Messages that lie together in memory once there are so many. */
export const SEGMENT_MESSAGES = 4_096;
const FIRST_CAPACITY = 64;

/** Some messages of an index that follow each other. A small folder needs little, and a full segment is never copied again. */
export class IdentitySegment {
  uids: Uint32Array;
  occurrences: Uint32Array;
  /** For the first message of an identity, how many have it. */
  counts: Uint32Array;
  private identities: Uint8Array;

  constructor(capacity = FIRST_CAPACITY) {
    this.uids = new Uint32Array(capacity);
    this.occurrences = new Uint32Array(capacity);
    this.counts = new Uint32Array(capacity);
    this.identities = new Uint8Array(capacity * IDENTITY_BYTES);
  }

  get capacity(): number {
    return this.uids.length;
  }

  set(offset: number, uid: number, identity: Uint8Array): void {
    this.uids[offset] = uid;
    this.identities.set(identity, offset * IDENTITY_BYTES);
  }

  identityAt(offset: number): Uint8Array {
    return this.identities.subarray(offset * IDENTITY_BYTES, (offset + 1) * IDENTITY_BYTES);
  }

  has(offset: number, identity: Uint8Array): boolean {
    const start = offset * IDENTITY_BYTES;
    for (let index = 0; index < IDENTITY_BYTES; index += 1) {
      if (this.identities[start + index] !== identity[index]) return false;
    }
    return true;
  }

  /** The same with room for twice as many. */
  larger(): IdentitySegment {
    const larger = new IdentitySegment(this.capacity * 2);
    larger.uids.set(this.uids);
    larger.occurrences.set(this.occurrences);
    larger.counts.set(this.counts);
    larger.identities.set(this.identities);
    return larger;
  }
}
