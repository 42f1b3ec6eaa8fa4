import { IssuerUnavailableError, TokenRefusedError } from '../../src/auth/auth-errors';

/** What became of a token: `accepted`, `unavailable` when the issuer could not be asked, or why it was refused. */
export function reasonOf(verified: Promise<unknown>): Promise<string> {
  return verified.then(
    () => 'accepted',
    (error: unknown) => {
      if (error instanceof TokenRefusedError) return error.message;
      if (error instanceof IssuerUnavailableError) return 'unavailable';
      throw error;
    },
  );
}
