import type { Credentials } from '../options/options';
import { shown } from '../expect/expect';

/** Asked for again when this share of its life is over. */
const FRESH_SHARE = 0.8;

/** Gets the tokens of one caller, by the client credentials grant (RFC 6749, section 4.4) unless there is one already. */
export class AccessToken {
  private known: { readonly token: string; readonly until: number } | null = null;

  constructor(private readonly credentials: Credentials) {}

  /** A token that is still good for a while. */
  async get(): Promise<string> {
    if (this.credentials.kind === 'token') return this.credentials.token;
    if (this.known !== null && Date.now() < this.known.until) return this.known.token;
    const { endpoint, clientId, clientSecret, scope } = this.credentials;
    const answer = await fetch(endpoint, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: clientSecret,
        ...(scope === null ? {} : { scope }),
      }),
    });
    const body = (await answer.json()) as { access_token?: unknown; expires_in?: unknown };
    const { access_token: token, expires_in: seconds } = body;
    if (!answer.ok || typeof token !== 'string') {
      throw new Error(`${endpoint.href} gave no token to ${clientId}: ${answer.status} ${shown(body)}`);
    }
    this.known = { token, until: Date.now() + FRESH_SHARE * 1_000 * (typeof seconds === 'number' ? seconds : 300) };
    return token;
  }
}
