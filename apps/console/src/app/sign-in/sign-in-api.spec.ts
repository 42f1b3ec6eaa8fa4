import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { SignInSettings } from '@ferry/contracts';
import { settle } from '../../testing/event-streams';
import { AccessTokenStore } from '../session/access-token-store';
import { codeChallenge } from './pkce';
import { SignInApi } from './sign-in-api';

const SETTINGS: SignInSettings = {
  authorizationEndpoint: 'http://localhost/common/oauth2/v2.0/authorize',
  tokenEndpoint: 'http://localhost/common/oauth2/v2.0/token',
  clientId: 'ferry-console',
  scope: 'openid',
  sandbox: true,
};

describe('SignInApi', () => {
  let api: SignInApi;
  let http: HttpTestingController;

  beforeEach(() => {
    sessionStorage.clear();
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    api = TestBed.inject(SignInApi);
    http = TestBed.inject(HttpTestingController);
  });

  it('asks for a code with a challenge, and redeems it with the verifier', async () => {
    const address = new URL(await api.begin(SETTINGS, '/jobs/7'));
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      client_id: 'ferry-console',
      response_type: 'code',
      redirect_uri: 'http://localhost/sign-in/callback',
      code_challenge_method: 'S256',
    });

    const finished = api.finish({ code: 'the-code', state: address.searchParams.get('state') ?? '' });
    http.expectOne('/api/v1/sign-in').flush(SETTINGS);
    await settle();
    const request = http.expectOne(SETTINGS.tokenEndpoint);
    const form = new URLSearchParams(String(request.request.body));
    expect(form.get('code')).toBe('the-code');
    expect(await codeChallenge(form.get('code_verifier') ?? '')).toBe(address.searchParams.get('code_challenge'));
    request.flush({ access_token: 'a-token', expires_in: 3600 });

    expect(await finished).toBe('/jobs/7');
    expect(TestBed.inject(AccessTokenStore).token()).toBe('a-token');
  });

  it('refuses an answer whose state is not the one it sent', async () => {
    await api.begin(SETTINGS, '/');
    await expect(api.finish({ code: 'c', state: 'forged' })).rejects.toThrow(
      'does not belong to a sign-in of this tab',
    );
    http.verify();
  });

  it('refuses an answer that nobody asked for', async () => {
    await expect(api.finish({ code: 'c', state: 's' })).rejects.toThrow('does not belong to a sign-in of this tab');
  });

  it('passes on why the issuer refused', async () => {
    await api.begin(SETTINGS, '/');
    await expect(api.finish({ error_description: 'Nobody was chosen.' })).rejects.toThrow('Nobody was chosen.');
  });
});
