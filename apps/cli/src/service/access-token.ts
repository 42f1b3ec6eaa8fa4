import { ConnectionError, refusalOf, ServiceRefusal } from './service-refusal';

/** Gives the bearer token for the next request. */
export type AccessToken = () => Promise<string>;

/** An application that asks for tokens in its own name. */
export interface Application {
  readonly tenant: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

const SCOPE = 'api://ferry/.default';
/** A token that is about to expire might do so under way. */
const SPARE_MS = 60_000;

/**
 * Client credentials (RFC 6749, section 4.4) at the token endpoint of the server. A token is asked for at the first
 * request, and again when it has run out, which a long watch lives to see.
 *
 * @throws ServiceRefusal, ConnectionError
 */
export function clientCredentials(server: URL, application: Application): AccessToken {
  let known = { token: '', until: 0 };
  return async () => {
    if (Date.now() >= known.until) known = await askForToken(server, application);
    return known.token;
  };
}

async function askForToken(server: URL, { tenant, clientId, clientSecret }: Application) {
  const response = await fetch(new URL(`${encodeURIComponent(tenant)}/oauth2/v2.0/token`, server), {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      scope: SCOPE,
    }),
  }).catch((error: unknown) => {
    throw new ConnectionError(server, error);
  });
  if (!response.ok) throw await refusalOf(response);
  const answer: unknown = await response.json().catch(() => null);
  if (!isTokenAnswer(answer)) {
    throw new ServiceRefusal(
      response.status,
      'notAToken',
      `${response.url} answered with something else than a token.`,
    );
  }
  return { token: answer.access_token, until: Date.now() + answer.expires_in * 1000 - SPARE_MS };
}

function isTokenAnswer(answer: unknown): answer is { access_token: string; expires_in: number } {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'access_token' in answer &&
    typeof answer.access_token === 'string' &&
    'expires_in' in answer &&
    typeof answer.expires_in === 'number'
  );
}
