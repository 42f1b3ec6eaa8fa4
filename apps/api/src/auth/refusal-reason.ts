import { errors } from 'jose';
import { TokenRefusedError } from './auth-errors';

/** Why a token did not pass verification, for its owner; undefined when the fault is not the token's. */
export function refusalOf(error: unknown): TokenRefusedError | undefined {
  if (error instanceof TokenRefusedError) return error;
  if (error instanceof errors.JWTExpired) return new TokenRefusedError('The token has expired.');
  if (error instanceof errors.JWTClaimValidationFailed) {
    const wrong = error.reason === 'missing' ? 'is missing' : 'is not the expected one';
    return new TokenRefusedError(`The claim ${error.claim} ${wrong}.`);
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) {
    return new TokenRefusedError('The signature is not valid.');
  }
  if (error instanceof errors.JWKSNoMatchingKey) {
    return new TokenRefusedError('The key that signed the token is unknown.');
  }
  if (error instanceof errors.JWKSMultipleMatchingKeys) {
    return new TokenRefusedError('The token does not say which key signed it.');
  }
  if (error instanceof errors.JOSEAlgNotAllowed || error instanceof errors.JOSENotSupported) {
    return new TokenRefusedError('The signature algorithm is not accepted.');
  }
  if (error instanceof errors.JWSInvalid || error instanceof errors.JWTInvalid) {
    return new TokenRefusedError('The token is not a signed JWT.');
  }
  return undefined;
}
