import type { Session } from './sessions';

/** How much may be written by our count before the server is asked again. */
const TRUSTED_BYTES = 64 * 1024 * 1024;

/** How much a mailbox may still take, in bytes and messages; null where it has no limit, or does not say. */
export interface QuotaRoom {
  readonly bytes: number | null;
  readonly messages: number | null;
}

/** Asks how much a mailbox may still take (QUOTA, RFC 9208). */
export async function quotaRoom({ client }: Session, mailbox: string): Promise<QuotaRoom> {
  const quota = await client.getQuota(mailbox);
  if (quota === false) return { bytes: null, messages: null };
  return { bytes: roomOf(quota.storage), messages: roomOf(quota.message) };
}

/** Keeps an eye on the room, so that a mailbox that is about to be full is known before a message is refused. */
export class QuotaWatch {
  private room: QuotaRoom | null = null;
  private writtenSince = 0;
  /** What is on its way, and neither written nor refused yet. */
  private readonly underWay = { bytes: 0, messages: 0 };

  /**
   * The room for another batch: by our own count while there is plenty, by the server's word when it gets narrow, and without
   * what other batches are about to take.
   */
  async roomFor(session: Session, mailbox: string, bytes: number): Promise<QuotaRoom> {
    const known = this.room;
    const isPlenty =
      known !== null &&
      this.writtenSince < TRUSTED_BYTES &&
      (known.bytes === null || known.bytes > bytes + TRUSTED_BYTES);
    if (isPlenty && known.messages === null) return this.left(known);
    if (known?.bytes === null && known.messages === null) return known;
    this.writtenSince = 0;
    this.room = await quotaRoom(session, mailbox);
    return this.left(this.room);
  }

  /** So much is about to be written, until the function that is answered is called. */
  begin(bytes: number, messages: number): () => void {
    this.underWay.bytes += bytes;
    this.underWay.messages += messages;
    return () => {
      this.underWay.bytes -= bytes;
      this.underWay.messages -= messages;
    };
  }

  /** So many bytes have been written since. */
  wrote(bytes: number): void {
    this.writtenSince += bytes;
    if (this.room?.bytes != null) this.room = { ...this.room, bytes: this.room.bytes - bytes };
  }

  private left({ bytes, messages }: QuotaRoom): QuotaRoom {
    return {
      bytes: bytes === null ? null : Math.max(bytes - this.underWay.bytes, 0),
      messages: messages === null ? null : Math.max(messages - this.underWay.messages, 0),
    };
  }
}

function roomOf(resource: { usage?: number | undefined; limit?: number | undefined } | undefined): number | null {
  if (resource?.limit === undefined) return null;
  return Math.max(resource.limit - (resource.usage ?? 0), 0);
}
