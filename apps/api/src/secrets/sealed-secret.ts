import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { SecretKey } from './secret-key';

const ALGORITHM = 'aes-256-gcm';
/** The size that GCM is made for (NIST SP 800-38D, section 8.2). */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A secret cannot be opened: it was changed, belongs to another row, or its key is another one. */
export class SecretDamagedError extends Error {
  readonly code = 'secretDamaged';

  constructor(cause: unknown) {
    super('The secret cannot be decrypted. It has to be given again.', { cause });
    this.name = 'SecretDamagedError';
  }
}

/** Encrypts a secret and binds it to a place: nonce, tag and ciphertext. */
export function seal(key: SecretKey, text: string, place: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key.bytes, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(place));
  const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]);
}

/** Decrypts what {@link seal} made for the same place. @throws SecretDamagedError */
export function unseal(key: SecretKey, sealed: Uint8Array, place: string): string {
  try {
    const nonce = sealed.subarray(0, NONCE_BYTES);
    const decipher = createDecipheriv(ALGORITHM, key.bytes, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(place));
    decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const text = decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch (error) {
    throw new SecretDamagedError(error);
  }
}
