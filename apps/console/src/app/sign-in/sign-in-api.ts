import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { API_ROUTES, type SignInSettings } from '@ferry/contracts';
import { firstValueFrom } from 'rxjs';
import { ServiceError } from '../http/service-error';
import { AccessTokenStore } from '../session/access-token-store';
import { rememberSignIn, takePendingSignIn } from './pending-sign-in';
import { codeChallenge, randomSecret } from './pkce';

interface TokenAnswer {
  readonly access_token: string;
  readonly expires_in: number;
}

/** Authorization code flow with PKCE for a public client (RFC 6749 section 4.1, RFC 7636). */
@Service()
export class SignInApi {
  private readonly http = inject(HttpClient);
  private readonly tokens = inject(AccessTokenStore);

  readSettings(): Promise<SignInSettings> {
    return firstValueFrom(this.http.get<SignInSettings>(`/${API_ROUTES.signIn}`));
  }

  /** The address at the issuer that begins a sign-in; remembers what the callback needs. */
  async begin(settings: SignInSettings, returnTo: string): Promise<string> {
    const pending = { state: randomSecret(), codeVerifier: randomSecret(), returnTo };
    rememberSignIn(pending);
    const address = new URL(settings.authorizationEndpoint, location.origin);
    const parameters = {
      client_id: settings.clientId,
      response_type: 'code',
      redirect_uri: redirectUri(),
      scope: settings.scope,
      state: pending.state,
      code_challenge: await codeChallenge(pending.codeVerifier),
      code_challenge_method: 'S256',
    };
    for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
    return address.toString();
  }

  /**
   * Trades the code of the callback for a token and keeps it.
   *
   * @returns the page to go on with
   * @throws ServiceError when the answer does not belong to a sign-in of this tab, or the issuer refuses
   */
  async finish(answer: { code?: string; state?: string; error_description?: string }): Promise<string> {
    const pending = takePendingSignIn();
    if (answer.error_description !== undefined) throw refused(answer.error_description);
    if (pending === null || answer.code === undefined || answer.state !== pending.state) {
      throw refused('This answer does not belong to a sign-in of this tab. Begin again.');
    }
    const { tokenEndpoint, clientId } = await this.readSettings();
    const body = new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: clientId,
      code: answer.code,
      redirect_uri: redirectUri(),
      code_verifier: pending.codeVerifier,
    });
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const token = await firstValueFrom(this.http.post<TokenAnswer>(tokenEndpoint, body.toString(), { headers }));
    this.tokens.keep(token.access_token, token.expires_in);
    return pending.returnTo;
  }
}

function redirectUri(): string {
  return `${location.origin}/sign-in/callback`;
}

function refused(message: string): ServiceError {
  return new ServiceError(0, 'signInRefused', message, null, []);
}
