import { createLocalJWKSet, errors, type FlattenedJWSInput, type JWK, type JWSHeaderParameters } from 'jose';
import { TENANT_PLACE } from '../../config/tenant-place';
import { TokenRefusedError } from '../auth-errors';
import { type FetchLimits, KEY_LIMITS, RemoteDocument } from './remote-document';

interface KeySet {
  readonly find: ReturnType<typeof createLocalJWKSet>;
  readonly keys: readonly JWK[];
}

/** The public keys of an issuer. A key that is not known is looked for again, so a rotated one is found. */
export class IssuerKeys {
  private readonly document: RemoteDocument<KeySet>;

  constructor(address: () => Promise<URL>, limits: FetchLimits = KEY_LIMITS) {
    this.document = new RemoteDocument(address, readKeySet, limits);
  }

  /**
   * The key that signed a token, as its header says.
   *
   * @param issuer of the token
   * @param tenant of the token, if its issuer is one of many tenants
   * @throws TokenRefusedError, jose's errors for a key that is not there; whatever the fetch throws
   */
  async key(
    header: JWSHeaderParameters,
    token: FlattenedJWSInput,
    issuer: string,
    tenant: string | undefined,
  ): Promise<CryptoKey> {
    let set = await this.document.current();
    const key = await set.find(header, token).catch(async (error: unknown) => {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      set = await this.document.renewed();
      return set.find(header, token);
    });
    if (!set.keys.filter(isNamedBy(header)).every(isKeyOf(issuer, tenant))) {
      throw new TokenRefusedError('The key that signed the token belongs to another issuer.');
    }
    return key;
  }
}

function readKeySet(document: unknown): KeySet {
  const find = createLocalJWKSet(document as Parameters<typeof createLocalJWKSet>[0]);
  return { find, keys: find.jwks().keys };
}

function isNamedBy({ kid }: JWSHeaderParameters): (key: JWK) => boolean {
  return (key) => kid === undefined || key.kid === kid;
}

/**
 * Entra's key set for all tenants says in the member `issuer` of a key whose tokens it may sign: those of every tenant,
 * or of one (Entra, "Access tokens", validate the issuer). Other key sets do not have the member.
 */
function isKeyOf(issuer: string, tenant: string | undefined): (key: JWK) => boolean {
  return ({ issuer: owner }: JWK & { issuer?: unknown }) =>
    owner === undefined || (typeof owner === 'string' && owner.replace(TENANT_PLACE, () => tenant ?? '') === issuer);
}
