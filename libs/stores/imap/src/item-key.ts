import { createHash, hash } from 'node:crypto';
import type { MessageFields } from './header-fields';

/** Length of an identity, in bytes: chance makes no two of a billion messages equal. */
export const IDENTITY_BYTES = 16;
/** How much of a message without a Message-Id is looked at, in bytes. */
export const PREFIX_BYTES = 64 * 1024;

const HINT_LENGTH = 120;
const FOLDER_LENGTH = 8;

/**
 * What makes a message the same at source and target: Message-Id and the Received fields, because copies that came by
 * different ways are different messages with one Message-Id. Null without a Message-Id: then the content has to tell.
 */
export function identityOf({ messageId, received }: Pick<MessageFields, 'messageId' | 'received'>): Uint8Array | null {
  return messageId === null ? null : digest(['fields', messageId, ...received].join('\0'));
}

/** Identity of a message without a Message-Id: a digest over its first 64 KiB, header included. */
export function identityOfContent(prefix: Uint8Array): Uint8Array {
  const hash = createHash('sha256').update('content\0').update(prefix.subarray(0, PREFIX_BYTES));
  return hash.digest().subarray(0, IDENTITY_BYTES);
}

/** A folder in so many characters, by the path of its container. */
export function folderMark(path: string): string {
  return hash('sha256', `folder\0${path}`, 'base64url').slice(0, FOLDER_LENGTH);
}

/** What a key says. */
export interface ItemKey {
  readonly identity: Uint8Array;
  /** Which of the messages with this identity in the folder it is, in the order of their UIDs; from 1. */
  readonly occurrence: number;
}

/**
 * The key of a message: identity, folder (`folderMark`) and occurrence as text, and the Message-Id for people who look for
 * it. The folder is part of it because a run settles each key once, and the same message may lie in several folders.
 */
export function formatKey({ identity, occurrence }: ItemKey, folder: string, messageId: string | null): string {
  const hint = (messageId ?? 'no-message-id').replace(/[\p{Cc}\s]+/gu, '').slice(0, HINT_LENGTH);
  return `${Buffer.from(identity).toString('base64url')}.${folder}.${occurrence} ${hint}`;
}

/** Reads a key; null for a text that is no key of this store. */
export function parseKey(key: string): ItemKey | null {
  const [, identity, occurrence] = /^([\w-]{22})\.[\w-]{8}\.(\d+) /.exec(key) ?? [];
  if (identity === undefined || occurrence === undefined) return null;
  return { identity: Buffer.from(identity, 'base64url'), occurrence: Number(occurrence) };
}

function digest(text: string): Uint8Array {
  return hash('sha256', text, 'buffer').subarray(0, IDENTITY_BYTES);
}
