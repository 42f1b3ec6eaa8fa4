import { base64Url, codeChallenge, randomSecret } from './pkce';

describe('PKCE', () => {
  it('makes the challenge of RFC 7636, appendix B', async () => {
    expect(await codeChallenge('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
      'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    );
  });

  it('encodes as base64url without padding', () => {
    expect(base64Url(new Uint8Array([251, 255, 191, 0]))).toBe('-_-_AA');
  });

  it('makes verifiers of 43 characters that RFC 7636 allows, each another', () => {
    const secrets = Array.from({ length: 20 }, randomSecret);
    expect(new Set(secrets).size).toBe(20);
    for (const secret of secrets) expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });
});
