import { isLoopback } from '../../config/loopback';
import type { WordList } from '../../config/setting';
import { type AskedScope, readAskedScope } from './asked-scope';
import { OAuthError, type OAuthErrorCode } from './oauth-error';

/** A request to sign somebody in, checked. */
export interface AuthorizeRequest {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly challenge: string;
  readonly asked: AskedScope;
  readonly state: string | undefined;
  readonly nonce: string | undefined;
}

/**
 * What becomes of a request: sign-in, or an error, which goes back to the client, or stays on a page of ours when the
 * client cannot be trusted with it (RFC 6749, section 4.1.2.1).
 */
export type AuthorizeDecision =
  | { readonly kind: 'signIn'; readonly request: AuthorizeRequest }
  | { readonly kind: 'redirectError'; readonly location: string }
  | { readonly kind: 'pageError'; readonly message: string };

/** What the authorization endpoint knows about itself. */
export interface AuthorizationServer {
  /** The one public client. */
  readonly clientId: string;
  readonly audiences: WordList;
  /** Our own, as the browser sees it. */
  readonly origin: string;
}

/** Reads the query of the authorization endpoint. */
export function readAuthorizeRequest(query: URLSearchParams, server: AuthorizationServer): AuthorizeDecision {
  const { clientId, audiences, origin } = server;
  const redirectUri = query.get('redirect_uri') ?? '';
  if (query.get('client_id') !== clientId) return { kind: 'pageError', message: 'The client_id is unknown.' };
  if (!isAllowedRedirect(redirectUri, origin)) {
    return { kind: 'pageError', message: 'The redirect_uri must be an address on this machine.' };
  }
  const state = query.get('state') ?? undefined;
  const refuse = (error: OAuthErrorCode, description: string): AuthorizeDecision => ({
    kind: 'redirectError',
    location: withQuery(redirectUri, { error, error_description: description, state }),
  });
  if (query.get('response_type') !== 'code') return refuse('unsupported_response_type', 'Ask for response_type=code.');
  if (!['query', null].includes(query.get('response_mode')))
    return refuse('invalid_request', 'Ask for response_mode=query.');
  const challenge = query.get('code_challenge') ?? '';
  if (query.get('code_challenge_method') !== 'S256' || !/^[\w-]{43}$/.test(challenge)) {
    return refuse('invalid_request', 'PKCE is required: a code_challenge with code_challenge_method=S256.');
  }
  const nonce = query.get('nonce') ?? undefined;
  try {
    const asked = readAskedScope(query.get('scope') ?? '', query.get('resource') ?? '', audiences);
    return { kind: 'signIn', request: { clientId, redirectUri, challenge, asked, state, nonce } };
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    return refuse(error.code, error.message);
  }
}

/** An address with more query parameters; those without a value are left out. */
export function withQuery(address: string, parameters: Readonly<Record<string, string | undefined>>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) url.searchParams.append(name, value);
  }
  return url.href;
}

/** Our own console, and programs of the same machine on any port (RFC 8252, section 7.3). No fragment (RFC 6749, 3.1.2). */
function isAllowedRedirect(redirectUri: string, origin: string): boolean {
  if (!URL.canParse(redirectUri)) return false;
  const url = new URL(redirectUri);
  if (!['http:', 'https:'].includes(url.protocol) || redirectUri.includes('#')) return false;
  return isLoopback(url.hostname) || redirectUri === `${origin}/sign-in/callback`;
}
