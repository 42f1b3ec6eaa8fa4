import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHash, randomBytes } from 'node:crypto';

const CALLBACK = 'http://localhost:4711/callback';

/** An access token of one of the sandbox's people, who chooses themselves on the sign-in page (RFC 7636). */
export async function personToken(app: NestFastifyApplication, upn: string, tenantId: string): Promise<string> {
  const verifier = randomBytes(32).toString('base64url');
  const asked = new URLSearchParams({
    client_id: 'ferry-console',
    redirect_uri: CALLBACK,
    response_type: 'code',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    scope: 'openid profile api://ferry/.default',
    state: 'spec',
  });
  const page = await app.inject({ url: `/${tenantId}/oauth2/v2.0/authorize?${asked}` });
  const links = [...page.body.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&#38;', '&'));
  const chosen = await app.inject({ url: links.find((link) => link.includes(encodeURIComponent(upn))) ?? '/none' });
  const code = new URL(chosen.headers.location ?? CALLBACK).searchParams.get('code') ?? '';
  const answer = await app.inject({
    method: 'POST',
    url: `/${tenantId}/oauth2/v2.0/token`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: 'ferry-console',
      redirect_uri: CALLBACK,
      code,
      code_verifier: verifier,
    }).toString(),
  });
  return answer.json<{ access_token: string }>().access_token;
}
