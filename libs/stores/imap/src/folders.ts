import type { ListResponse } from 'imapflow';
import type { FolderPlan, Spelling } from './folder-plan';
import type { MailClient } from './mail-client';
import { decodeMailboxName } from './modified-utf7';
import { type SpecialUse, isSpecialUse, VIRTUAL_USES } from './special-use';

/** A mailbox of the personal namespace that can hold messages. */
export interface ListedMailbox {
  /** Its name as the server spells it, decoded. */
  readonly mailbox: string;
  readonly specialUse: SpecialUse | null;
  readonly isSubscribed: boolean;
  /** How many messages the server announces; null where it does not say. */
  readonly messages: number | null;
  /** UIDVALIDITY and HIGHESTMODSEQ (CONDSTORE, RFC 7162); null where the server has none. */
  readonly version: string | null;
}

/** A mailbox with the path of its container. */
export interface Folder extends ListedMailbox {
  readonly path: string;
}

/** How the server spells its folders. */
export function spellingOf(client: MailClient): Spelling {
  const { prefix = '', delimiter } = client.namespace ?? {};
  // A server without a hierarchy has no delimiter; `/` can stand in the names that it is given all the same.
  return { prefix, delimiter: delimiter ? delimiter : '/' };
}

/** Lists the mailboxes of the personal namespace that can be opened. */
export async function listMailboxes(client: MailClient): Promise<ListedMailbox[]> {
  // Of the mailbox that is open a server tells what it has told before, unless it is given the chance to look again.
  if (client.mailbox !== false) await client.noop();
  const listed = await client.list({
    statusQuery: { messages: true, uidValidity: true, highestModseq: true },
  });
  const foreign = foreignPrefixes(client);
  return listed
    .filter(({ flags }) => !flags.has('\\Noselect') && !flags.has('\\NonExistent'))
    .map((one) => ({ one, mailbox: nameOf(one) }))
    .filter(({ mailbox }) => !foreign.some((prefix) => mailbox.startsWith(prefix)))
    .map(({ one, mailbox }) => ({
      mailbox,
      specialUse: specialUseOf(one),
      isSubscribed: one.subscribed,
      messages: one.status?.messages ?? null,
      version: versionOf(one.status?.uidValidity, one.status?.highestModseq),
    }));
}

/** Gives the mailboxes their paths: parents before children, virtual folders last, in a stable order. */
export function foldersOf(mailboxes: readonly ListedMailbox[], plan: FolderPlan): Folder[] {
  return mailboxes
    .map((one) => ({ ...one, path: plan.pathOf(one.mailbox) }))
    .sort(
      (a, b) => VIRTUAL_USES.indexOf(rankedUse(a)) - VIRTUAL_USES.indexOf(rankedUse(b)) || comparePaths(a.path, b.path),
    );
}

function rankedUse({ specialUse }: ListedMailbox): SpecialUse {
  return specialUse ?? '\\Sent';
}

function comparePaths(a: string, b: string): number {
  const [left, right] = [a.split('/').join('\0'), b.split('/').join('\0')];
  return left < right ? -1 : left > right ? 1 : 0;
}

function nameOf({ pathAsListed, path }: ListResponse): string {
  return path.toUpperCase() === 'INBOX' ? 'INBOX' : decodeMailboxName(pathAsListed);
}

/** A name alone says what a folder is for only at the top: `Projects/Archive` is a folder like any other. */
function specialUseOf({ specialUse, specialUseSource, parent, path }: ListResponse): SpecialUse | null {
  if (!isSpecialUse(specialUse)) return null;
  const isTop = parent.length === 0 || (parent.length === 1 && path.toUpperCase().startsWith('INBOX'));
  return specialUseSource === 'name' && !isTop ? null : specialUse;
}

/** Folders of other people and shared ones (RFC 2342) do not belong to the mailbox. */
function foreignPrefixes(client: MailClient): string[] {
  const { other, shared } = client.namespaces ?? {};
  return [...(other || []), ...(shared || [])].map(({ prefix }) => prefix).filter((prefix) => prefix !== '');
}

function versionOf(uidValidity: bigint | undefined, modseq: bigint | undefined): string | null {
  // Of a mailbox that keeps no such numbers a server says 0.
  return uidValidity === undefined || !modseq ? null : `${uidValidity}:${modseq}`;
}
