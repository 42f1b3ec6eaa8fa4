import type { WordList } from '../../config/setting';
import { type AskedScope, readApplicationScope, readAskedScope } from './asked-scope';
import { OAuthError } from './oauth-error';

/** What a client asks the token endpoint for. */
export type TokenRequest =
  | { grant: 'client_credentials'; clientId: string; secret: string; triedBasic: boolean; asked: AskedScope }
  | { grant: 'authorization_code'; clientId: string; code: string; redirectUri: string; verifier: string };

/**
 * Reads a request to the token endpoint: its form, and the client in the form or in the Basic scheme.
 *
 * @param audiences of this service
 * @throws OAuthError
 */
export function readTokenRequest(form: unknown, authorization: string | undefined, audiences: WordList): TokenRequest {
  const value = (name: string): string => {
    const text = typeof form === 'object' && form !== null ? (form as Record<string, unknown>)[name] : undefined;
    if (Array.isArray(text)) throw new OAuthError('invalid_request', `The parameter ${name} stands there twice.`);
    return typeof text === 'string' ? text : '';
  };
  const needed = (name: string): string => {
    const text = value(name);
    if (text === '') throw new OAuthError('invalid_request', `The parameter ${name} is missing.`);
    return text;
  };
  const grant = needed('grant_type');
  switch (grant) {
    case 'client_credentials': {
      const basic = basicCredentials(authorization);
      const client = basic ?? { clientId: needed('client_id'), secret: value('client_secret') };
      const asked = readApplicationScope(value('scope'), value('resource'), audiences);
      return { grant, ...client, triedBasic: basic !== undefined, asked };
    }
    case 'authorization_code':
      // What the token is for was said when the code was asked for; clients repeat it here, and must not change it.
      readAskedScope(value('scope'), value('resource'), audiences);
      return {
        grant,
        clientId: needed('client_id'),
        code: needed('code'),
        redirectUri: needed('redirect_uri'),
        verifier: needed('code_verifier'),
      };
    default:
      throw new OAuthError('unsupported_grant_type', `The grant type '${grant}' is not supported.`);
  }
}

/** Client id and secret of the Basic scheme, each form-encoded before (RFC 6749, section 2.3.1). */
function basicCredentials(authorization: string | undefined): { clientId: string; secret: string } | undefined {
  const [, encoded] = /^Basic +([\w+/=-]+)$/i.exec(authorization ?? '') ?? [];
  if (encoded === undefined) return undefined;
  const [clientId = '', ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return { clientId: formDecoded(clientId), secret: formDecoded(rest.join(':')) };
}

function formDecoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
