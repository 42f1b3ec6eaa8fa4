import type { JWTPayload } from 'jose';

/** Where people sign in and programs get tokens. */
export interface IssuerEndpoints {
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
}

/** Says whether a token is genuine and meant for us; what it allows is up to its claims. */
export abstract class TokenVerifier {
  /** @throws TokenRefusedError, IssuerUnavailableError */
  abstract verify(token: string): Promise<JWTPayload>;

  /**
   * @param origin how the caller reaches this service
   * @throws IssuerUnavailableError
   */
  abstract endpoints(origin: string): Promise<IssuerEndpoints>;
}

/** Signature algorithms that are accepted. No symmetric one, and never `none` (RFC 8725, section 3.1). */
export const ALGORITHMS: readonly string[] = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];

/** How far the clocks of issuer and service may be apart. */
export const CLOCK_TOLERANCE_SECONDS = 60;
