import { createHash, hash } from 'node:crypto';
import type { MessageFields } from './header-fields';

/** Length of an identity, in bytes: chance makes no two of a billion messages equal. */
export const IDENTITY_BYTES = 16;
/** How much of a message without a Message-Id is looked at, in bytes. */
export const PREFIX_BYTES = 64 * 1024;

/** Of an identity as text, in signs. */
const IDENTITY_LENGTH = 22;
const HINT_LENGTH = 120;
const FOLDER_LENGTH = 8;
const KEY = /^[\w-]{22}\.[\w-]{8}\.\d+ /;
/** Signs of a key before the occurrence. */
const KEY_BEGINNING = IDENTITY_LENGTH + 1 + FOLDER_LENGTH + 1;
/** Of such a text nothing has to be left out. */
const PLAIN = /^[\x21-\x7e]*$/;
/** Where an identity is while it is spelled. */
const SPELLED = Buffer.alloc(IDENTITY_BYTES);
/** What each sign of base64url stands for, at its number. */
const SIX_BITS = new Uint8Array(128);
for (const [bits, sign] of [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'].entries())
  SIX_BITS[sign.charCodeAt(0)] = bits;

/**
 * What makes a message the same at source and target: Message-Id and the Received fields, because copies that came by
 * different ways are different messages with one Message-Id. Null without a Message-Id: then the content has to tell.
 */
export function identityOf({ messageId, received }: Pick<MessageFields, 'messageId' | 'received'>): Uint8Array | null {
  if (messageId === null) return null;
  let text = `fields\0${messageId}`;
  for (const field of received) text += `\0${field}`;
  return digest(text);
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
  const hint = messageId ?? 'no-message-id';
  const plain = PLAIN.test(hint) ? hint : hint.replace(/[\p{Cc}\s]+/gu, '');
  SPELLED.set(identity);
  return `${SPELLED.toString('base64url')}.${folder}.${occurrence} ${plain.slice(0, HINT_LENGTH)}`;
}

/** Reads a key; null for a text that is no key of this store. */
export function parseKey(key: string): ItemKey | null {
  if (!KEY.test(key)) return null;
  const end = key.indexOf(' ');
  return { identity: bytesOf(key), occurrence: Number(key.slice(KEY_BEGINNING, end)) };
}

/** The identity of a key of this store as text: that of another one only where the identities differ. */
export function identityText(key: string): string {
  return key.slice(0, IDENTITY_LENGTH);
}

function digest(text: string): Uint8Array {
  const bytes = hash('sha256', text, 'binary');
  const identity = new Uint8Array(IDENTITY_BYTES);
  for (let index = 0; index < IDENTITY_BYTES; index += 1) identity[index] = bytes.charCodeAt(index);
  return identity;
}

/** The identity that a key begins with. Not by `Buffer`, whose small pieces hold on to large ones that many of them share. */
function bytesOf(key: string): Uint8Array {
  const identity = new Uint8Array(IDENTITY_BYTES);
  let [bits, held, length] = [0, 0, 0];
  for (let index = 0; length < IDENTITY_BYTES; index += 1) {
    bits = ((bits << 6) | (SIX_BITS[key.charCodeAt(index)] ?? 0)) & 0xfff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    identity[length] = bits >>> held;
    length += 1;
  }
  return identity;
}
