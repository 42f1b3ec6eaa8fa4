import { exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { keepOnce } from '../../data-folder/keep-once';

const ALGORITHM = 'RS256';

/** The key with which the development issuer signs, and its public half for those who verify. */
export class SigningKey {
  private constructor(
    readonly id: string,
    readonly algorithm: string,
    readonly privateKey: CryptoKey,
    readonly publicKey: CryptoKey,
    readonly publicJwk: JWK,
  ) {}

  /**
   * The key of a data folder. It is kept, so that tokens survive a restart and hold for every process that shares the
   * folder.
   */
  static async of(dataDir: string): Promise<SigningKey> {
    const jwk = JSON.parse(await keepOnce(join(dataDir, 'issuer', 'key.json'), newKey)) as JWK;
    const { kty, n, e, kid = '' } = jwk;
    const publicJwk = { kty, n, e, kid, use: 'sig', alg: ALGORITHM } as JWK;
    const [privateKey, publicKey] = await Promise.all([importJWK(jwk, ALGORITHM), importJWK(publicJwk, ALGORITHM)]);
    return new SigningKey(kid, ALGORITHM, privateKey as CryptoKey, publicKey as CryptoKey, publicJwk);
  }
}

async function newKey(): Promise<string> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  return JSON.stringify({ ...(await exportJWK(privateKey)), kid: randomUUID(), alg: ALGORITHM });
}
