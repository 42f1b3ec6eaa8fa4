import { createHash } from 'node:crypto';

const KEY_BYTES = 32;

/** A key that secrets are encrypted with. */
export interface SecretKey {
  /** Names the key beside what it encrypted, and says nothing about it. */
  readonly id: string;
  readonly bytes: Buffer;
}

/** Reads a key of 256 bits, written as 64 hexadecimal digits or in Base64; null for anything else. */
export function readSecretKey(text: string): SecretKey | null {
  const bytes = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : fromBase64(text);
  if (bytes?.length !== KEY_BYTES) return null;
  const id = createHash('sha256').update('ferry secret key\0').update(bytes).digest('hex').slice(0, 16);
  return { id, bytes };
}

function fromBase64(text: string): Buffer | null {
  return /^[\w+/-]{43}=?$/.test(text) ? Buffer.from(text, 'base64') : null;
}
