const STORAGE_KEY = 'ferry.pending-sign-in';

/** What must survive the way to the issuer and back. */
export interface PendingSignIn {
  readonly state: string;
  readonly codeVerifier: string;
  readonly returnTo: string;
}

export function rememberSignIn(pending: PendingSignIn): void {
  sessionStorage.setItem(STORAGE_KEY, JSON.stringify(pending));
}

/** Takes it out: an answer of the issuer is used once. */
export function takePendingSignIn(): PendingSignIn | null {
  const text = sessionStorage.getItem(STORAGE_KEY);
  sessionStorage.removeItem(STORAGE_KEY);
  return text === null ? null : (JSON.parse(text) as PendingSignIn);
}

/** The page to return to, if it is one of ours; an address of another site in a link must not lead there. */
export function safeReturnTo(value: string | undefined): string {
  return value !== undefined && /^\/(?![/\\])/.test(value) ? value : '/';
}
