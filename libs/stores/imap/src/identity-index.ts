import { IdentitySegment, SEGMENT_MESSAGES } from './identity-segment';

const FIRST_PLACES = 128;

/**
 * The identities of the messages of one folder, in the order of their UIDs: about 30 bytes a message, because folders of a
 * million are real. Messages of one identity are numbered from 1. It grows by segments: what is copied into something larger
 * leaves holes behind that the system does not get back.
 */
export class IdentityIndex {
  private readonly segments = [new IdentitySegment()];
  /**
   * Position + 1 of the first message of an identity, at the place that its bytes choose or behind; at most four fifths full, so
   * that a look-up takes a few steps.
   */
  private table = new Uint32Array(FIRST_PLACES);
  private length = 0;

  get size(): number {
    return this.length;
  }

  /** The highest UID in it; 0 while it is empty. */
  get lastUid(): number {
    return this.length === 0 ? 0 : this.uidAt(this.length - 1);
  }

  /** Adds a message behind the others, whose UIDs are all lower, and answers its occurrence. */
  add(uid: number, identity: Uint8Array): number {
    if (uid <= this.lastUid) throw new RangeError('Messages are added in the order of their UIDs.');
    const position = this.length;
    this.makeRoom();
    this.segmentOf(position).set(offsetOf(position), uid, identity);
    this.length += 1;
    const first = this.enter(position);
    if (first === position) return 1;
    const occurrence = this.countAt(first) + 1;
    this.segmentOf(first).setCount(offsetOf(first), occurrence);
    this.segmentOf(position).setOccurrence(offsetOf(position), occurrence);
    return occurrence;
  }

  /** How many messages have the identity. */
  count(identity: Uint8Array): number {
    const first = this.firstOf(identity);
    return first === null ? 0 : this.countAt(first);
  }

  /** The UID of one of the messages with the identity; null when there is no such one. */
  uidOf(identity: Uint8Array, occurrence: number): number | null {
    const first = this.firstOf(identity);
    if (first === null || occurrence > this.countAt(first)) return null;
    for (let position = first; position < this.length; position += 1) {
      if (this.occurrenceAt(position) === occurrence && this.isAt(position, identity)) return this.uidAt(position);
    }
    return null;
  }

  /** Which of the messages of its identity a UID is; null when it is not in here. */
  occurrenceOf(uid: number): number | null {
    let low = 0;
    let high = this.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const found = this.uidAt(middle);
      if (found === uid) return this.occurrenceAt(middle);
      if (found < uid) low = middle + 1;
      else high = middle - 1;
    }
    return null;
  }

  /** The same without the messages that are gone. */
  keepOnly(isThere: (uid: number) => boolean): IdentityIndex {
    const kept = new IdentityIndex();
    for (let position = 0; position < this.length; position += 1) {
      const uid = this.uidAt(position);
      if (isThere(uid)) kept.add(uid, this.identityAt(position));
    }
    return kept;
  }

  private firstOf(identity: Uint8Array): number | null {
    const entry = this.table[this.placeOf(identity)] ?? 0;
    return entry === 0 ? null : entry - 1;
  }

  /** Puts a message into the table, and answers the position of the first one of its identity. */
  private enter(position: number): number {
    const place = this.placeOf(this.identityAt(position));
    const entry = this.table[place] ?? 0;
    if (entry === 0) this.table[place] = position + 1;
    return entry === 0 ? position : entry - 1;
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

  private makeRoom(): void {
    const last = this.segments.length - 1;
    const segment = this.segmentOf(last * SEGMENT_MESSAGES);
    if (this.length === last * SEGMENT_MESSAGES + segment.capacity) {
      if (segment.capacity < SEGMENT_MESSAGES) this.segments[last] = segment.larger();
      else this.segments.push(new IdentitySegment(SEGMENT_MESSAGES));
    }
    if ((this.length + 1) * 5 <= this.table.length * 4) return;
    this.table = new Uint32Array(this.table.length * 2);
    for (let position = 0; position < this.length; position += 1) this.enter(position);
  }

  private segmentOf(position: number): IdentitySegment {
    const segment = this.segments[Math.floor(position / SEGMENT_MESSAGES)];
    if (!segment) throw new RangeError(`There is no message at ${position}.`);
    return segment;
  }

  private uidAt(position: number): number {
    return this.segmentOf(position).uids[offsetOf(position)] ?? 0;
  }

  private occurrenceAt(position: number): number {
    return this.segmentOf(position).occurrenceAt(offsetOf(position));
  }

  private countAt(position: number): number {
    return this.segmentOf(position).countAt(offsetOf(position));
  }

  private isAt(position: number, identity: Uint8Array): boolean {
    return this.segmentOf(position).has(offsetOf(position), identity);
  }

  private identityAt(position: number): Uint8Array {
    return this.segmentOf(position).identityAt(offsetOf(position));
  }
}

function offsetOf(position: number): number {
  return position % SEGMENT_MESSAGES;
}
