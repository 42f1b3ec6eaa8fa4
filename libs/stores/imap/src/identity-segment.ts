import { IDENTITY_BYTES } from './item-key';

/** Messages that lie together in memory once there are so many. */
export const SEGMENT_MESSAGES = 4_096;
const FIRST_CAPACITY = 64;

/** Some messages of an index that follow each other. A small folder needs little, and a full segment is never copied again. */
export class IdentitySegment {
  uids: Uint32Array;
  private identities: Uint8Array;
  /** Null while each message in here is the first of its identity, which is what most mail is. */
  private occurrences: Uint32Array | null = null;
  /** For the first message of an identity, how many have it; null while it is one of each. */
  private counts: Uint32Array | null = null;

  constructor(capacity = FIRST_CAPACITY) {
    this.uids = new Uint32Array(capacity);
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

  /** Which of the messages of its identity one is; from 1. */
  occurrenceAt(offset: number): number {
    return this.occurrences?.[offset] ?? 1;
  }

  setOccurrence(offset: number, occurrence: number): void {
    this.occurrences ??= new Uint32Array(this.capacity).fill(1);
    this.occurrences[offset] = occurrence;
  }

  /** How many messages have the identity whose first message this is. */
  countAt(offset: number): number {
    return this.counts?.[offset] ?? 1;
  }

  setCount(offset: number, count: number): void {
    this.counts ??= new Uint32Array(this.capacity).fill(1);
    this.counts[offset] = count;
  }

  /** The same with room for twice as many. */
  larger(): IdentitySegment {
    const larger = new IdentitySegment(this.capacity * 2);
    larger.uids.set(this.uids);
    if (this.occurrences) larger.occurrences = widened(this.occurrences, larger.capacity);
    if (this.counts) larger.counts = widened(this.counts, larger.capacity);
    larger.identities.set(this.identities);
    return larger;
  }
}

function widened(numbers: Uint32Array, capacity: number): Uint32Array {
  const wide = new Uint32Array(capacity).fill(1);
  wide.set(numbers);
  return wide;
}
