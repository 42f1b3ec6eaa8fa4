import { IdentityIndex } from './identity-index';

/** What a server says of a mailbox when it is opened (RFC 3501, section 6.3.1). */
export interface MailboxStatus {
  readonly uidValidity: bigint;
  readonly uidNext: number;
  readonly exists: number;
}

/**
 * What is known of the messages of one mailbox. As long as UIDVALIDITY, UIDNEXT and the number of messages are what they
 * were, nothing has come or gone: what comes raises UIDNEXT, and what goes lowers the number.
 */
export class MailboxState {
  /** Identities of the messages up to a UID, see `identifiedUpTo`. */
  index = new IdentityIndex();
  /** Every UID, ascending. */
  uids: Uint32Array = new Uint32Array(0);
  /** Up to this UID the identity of each message is in the index. */
  identifiedUpTo = 0;
  private status: MailboxStatus | null = null;

  get uidValidity(): bigint | null {
    return this.status?.uidValidity ?? null;
  }

  /** Whether the identity of each message is in the index. */
  get isIdentified(): boolean {
    return this.status !== null && this.identifiedUpTo >= (this.uids.at(-1) ?? 0);
  }

  /** Whether a mailbox that is like this is known already. */
  isCurrent(status: MailboxStatus): boolean {
    const known = this.status;
    return (
      known !== null &&
      known.uidValidity === status.uidValidity &&
      known.uidNext === status.uidNext &&
      known.exists === status.exists
    );
  }

  /** Takes over the UIDs that the mailbox has now. What was known of those that remain is kept, under one UIDVALIDITY. */
  update(status: MailboxStatus, uids: Uint32Array): void {
    if (this.uidValidity !== status.uidValidity) {
      this.index = new IdentityIndex();
      this.identifiedUpTo = 0;
    } else if (uids.length < this.uids.length || !startsWith(uids, this.uids)) {
      const there = new Set(uids);
      this.index = this.index.keepOnly((uid) => there.has(uid));
    }
    this.uids = uids;
    this.status = { ...status, exists: uids.length };
  }

  /** The UIDs behind one, at most so many. */
  uidsAfter(uid: number, limit: number): Uint32Array {
    const from = firstAbove(this.uids, uid);
    return this.uids.subarray(from, from + limit);
  }

  /** The UIDs whose identity is not known, up to one. */
  unidentified(upTo: number): Uint32Array {
    return this.uids.subarray(firstAbove(this.uids, this.identifiedUpTo), firstAbove(this.uids, upTo));
  }

  /** Adds messages that were written just now, if nothing else can have happened meanwhile. Answers whether it could. */
  appended(uidValidity: bigint, messages: readonly { uid: number; identity: Uint8Array }[]): boolean {
    const { status } = this;
    const [first] = messages;
    if (!status || !first || status.uidValidity !== uidValidity || first.uid !== status.uidNext) return false;
    if (!this.isIdentified) return false;
    const length = this.uids.length + messages.length;
    // A mailbox that is filled by batches of a hundred would be copied for each of them otherwise.
    const room = new Uint32Array(this.uids.buffer, this.uids.byteOffset);
    const uids = room.length >= length ? room.subarray(0, length) : new Uint32Array(length * 2).subarray(0, length);
    if (uids.buffer !== this.uids.buffer) uids.set(this.uids);
    uids.set(
      messages.map(({ uid }) => uid),
      this.uids.length,
    );
    for (const { uid, identity } of messages) this.index.add(uid, identity);
    const last = messages.at(-1)?.uid ?? first.uid;
    this.uids = uids;
    this.identifiedUpTo = last;
    this.status = { uidValidity, uidNext: last + 1, exists: uids.length };
    return true;
  }
}

function startsWith(uids: Uint32Array, beginning: Uint32Array): boolean {
  return beginning.every((uid, position) => uids[position] === uid);
}

function firstAbove(uids: Uint32Array, uid: number): number {
  let low = 0;
  let high = uids.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((uids[middle] ?? 0) <= uid) low = middle + 1;
    else high = middle;
  }
  return low;
}
