import { IDENTITY_BYTES } from './item-key';

const FIRST_CAPACITY = 64;
/** The table is at most half full, so that a look-up takes a step or two. */
const ROOM_PER_ENTRY = 2;

/**
 * The identities of the messages of one folder, in the order of their UIDs: about 40 bytes a message, because folders of a
 * million are real. Messages of one identity are numbered from 1.
 */
export class IdentityIndex {
  private uids = new Uint32Array(FIRST_CAPACITY);
  private identities = new Uint8Array(FIRST_CAPACITY * IDENTITY_BYTES);
  private occurrences = new Uint32Array(FIRST_CAPACITY);
  /** For the first message of an identity, how many have it. */
  private counts = new Uint32Array(FIRST_CAPACITY);
  /** Position + 1 of the first message of an identity, at the place that its bytes choose or behind. */
  private table = new Uint32Array(FIRST_CAPACITY * ROOM_PER_ENTRY);
  private length = 0;

  get size(): number {
    return this.length;
  }

  /** The highest UID in it; 0 while it is empty. */
  get lastUid(): number {
    return this.length === 0 ? 0 : (this.uids[this.length - 1] ?? 0);
  }

  /** Adds a message behind the others, whose UIDs are all lower, and answers its occurrence. */
  add(uid: number, identity: Uint8Array): number {
    if (uid <= this.lastUid) throw new RangeError('Messages are added in the order of their UIDs.');
    if (this.length === this.uids.length) this.grow();
    const position = this.length;
    this.length += 1;
    this.uids[position] = uid;
    this.identities.set(identity, position * IDENTITY_BYTES);
    return this.enter(position);
  }

  /** How many messages have the identity. */
  count(identity: Uint8Array): number {
    const first = this.firstOf(identity);
    return first === null ? 0 : (this.counts[first] ?? 0);
  }

  /** The UID of one of the messages with the identity; null when there is no such one. */
  uidOf(identity: Uint8Array, occurrence: number): number | null {
    const first = this.firstOf(identity);
    if (first === null || occurrence > (this.counts[first] ?? 0)) return null;
    for (let position = first; position < this.length; position += 1) {
      if (this.occurrences[position] === occurrence && this.isAt(position, identity))
        return this.uids[position] ?? null;
    }
    return null;
  }

  /** The identity and occurrence of a UID; null when it is not in here. */
  entryOf(uid: number): { identity: Uint8Array; occurrence: number } | null {
    let low = 0;
    let high = this.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const found = this.uids[middle] ?? 0;
      if (found === uid) return { identity: this.identityAt(middle), occurrence: this.occurrences[middle] ?? 1 };
      if (found < uid) low = middle + 1;
      else high = middle - 1;
    }
    return null;
  }

  /** The same without the messages that are gone. */
  keepOnly(isThere: (uid: number) => boolean): IdentityIndex {
    const kept = new IdentityIndex();
    for (let position = 0; position < this.length; position += 1) {
      const uid = this.uids[position] ?? 0;
      if (isThere(uid)) kept.add(uid, this.identityAt(position));
    }
    return kept;
  }

  private firstOf(identity: Uint8Array): number | null {
    const entry = this.table[this.placeOf(identity)] ?? 0;
    return entry === 0 ? null : entry - 1;
  }

  private enter(position: number): number {
    const place = this.placeOf(this.identityAt(position));
    const entry = this.table[place] ?? 0;
    const first = entry === 0 ? position : entry - 1;
    if (entry === 0) this.table[place] = position + 1;
    const occurrence = (this.counts[first] ?? 0) + 1;
    this.counts[first] = occurrence;
    this.occurrences[position] = occurrence;
    return occurrence;
  }

  /** Where the identity stands in the table, or the free place where it would. */
  private placeOf(identity: Uint8Array): number {
    const { length } = this.table;
    const [a = 0, b = 0, c = 0, d = 0] = identity;
    let place = (((a << 24) | (b << 16) | (c << 8) | d) >>> 0) % length;
    for (;;) {
      const entry = this.table[place] ?? 0;
      if (entry === 0 || this.isAt(entry - 1, identity)) return place;
      place = (place + 1) % length;
    }
  }

  private isAt(position: number, identity: Uint8Array): boolean {
    const start = position * IDENTITY_BYTES;
    for (let index = 0; index < IDENTITY_BYTES; index += 1) {
      if (this.identities[start + index] !== identity[index]) return false;
    }
    return true;
  }

  private identityAt(position: number): Uint8Array {
    return this.identities.subarray(position * IDENTITY_BYTES, (position + 1) * IDENTITY_BYTES);
  }

  private grow(): void {
    const capacity = this.length * 2;
    this.uids = larger(this.uids, new Uint32Array(capacity));
    this.identities = larger(this.identities, new Uint8Array(capacity * IDENTITY_BYTES));
    this.occurrences = larger(this.occurrences, new Uint32Array(capacity));
    this.counts = new Uint32Array(capacity);
    this.table = new Uint32Array(capacity * ROOM_PER_ENTRY);
    for (let position = 0; position < this.length; position += 1) this.enter(position);
  }
}

function larger<T extends Uint32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
