import type { MailClient } from './mail-client';
import { isRefusal } from './server-answer';

/** Which messages of a folder have changed, asked for once and handed out by pages. */
export class ChangedMessages {
  private readonly known = new Map<string, Uint32Array>();

  /**
   * UIDs, ascending, of messages of the open mailbox that came or whose flags changed since a MODSEQ (CONDSTORE, RFC 7162);
   * null where the server cannot tell.
   */
  async since(client: MailClient, mailbox: string, modseq: string): Promise<Uint32Array | null> {
    const name = JSON.stringify([mailbox, modseq]);
    const known = this.known.get(name) ?? (await changedSince(client, modseq));
    if (known) this.known.set(name, known);
    return known;
  }

  /** Others may have changed something meanwhile. */
  forget(): void {
    this.known.clear();
  }
}

async function changedSince(client: MailClient, modseq: string): Promise<Uint32Array | null> {
  if (!client.capabilities.has('CONDSTORE')) return null;
  const uids: number[] = [];
  try {
    const command = `UID FETCH 1:* (UID) (CHANGEDSINCE ${modseq})`;
    const answer = await client.exec(command, false, { onRow: ({ uid }) => uids.push(uid) });
    answer.next();
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
  return Uint32Array.from(new Set(uids)).sort();
}
