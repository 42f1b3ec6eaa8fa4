import type { Check } from '../../checks/check';
import { decision, rfc } from '../../checks/sources';
import { equal, holds, matches } from '../../expect/expect';
import type { CheckContext } from '../../run/check-context';
import type { Answer } from '../../server/answer';

/** Asks the token endpoint of the sandbox. */
function askForToken(test: CheckContext, more: Readonly<Record<string, string>>): Promise<Answer> {
  const credentials = test.server.sandbox?.credentials.admin;
  if (credentials?.kind !== 'client') test.skip('the server is no sandbox of Ferry');
  const form = {
    grant_type: 'client_credentials',
    client_id: credentials.clientId,
    client_secret: credentials.clientSecret,
    ...more,
  };
  return test.send('POST', credentials.endpoint.pathname, {
    as: 'nobody',
    body: new URLSearchParams(form).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
}

/** Expects a refusal in the form of OAuth. */
function refusedByIssuer(answer: Answer, status: number, error: RegExp): void {
  const body = answer.expect(status).object();
  matches(body['error'], error, 'error');
  matches(body['error_description'], /./, 'error_description');
  matches(answer.header('cache-control'), /no-store/, 'Cache-Control');
}

/** The development issuer of the sandbox. */
export const TOKEN_ENDPOINT_CHECKS: readonly Check[] = [
  {
    id: 'callers.token',
    sentence: 'The token endpoint of the sandbox gives bearer tokens, asymmetrically signed, that nobody may keep',
    sources: [rfc(6749, '5.1'), rfc(9068, '2.1'), decision('sandbox')],
    needs: ['sandbox'],
    run: async (test) => {
      const answer = await askForToken(test, {});
      const body = answer.expect(200).object();
      matches(body['token_type'], /^bearer$/i, 'token_type');
      holds(Number(body['expires_in']) > 0, 'expires_in is no time.');
      matches(answer.header('cache-control'), /no-store/, 'Cache-Control');
      const [header = ''] = String(body['access_token']).split('.');
      const { alg } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { alg?: unknown };
      matches(alg, /^(?:RS|PS|ES|EdDSA)/, 'alg');
    },
  },
  {
    id: 'callers.token-refused',
    sentence: 'The token endpoint refuses in the form of OAuth: secret, client, grant, audience',
    sources: [rfc(6749, '5.2'), rfc(8707, '2'), decision('sandbox')],
    needs: ['sandbox'],
    run: async (test) => {
      refusedByIssuer(await askForToken(test, { client_secret: 'wrong' }), 401, /^invalid_client$/);
      refusedByIssuer(await askForToken(test, { client_id: 'nobody' }), 401, /^invalid_client$/);
      refusedByIssuer(await askForToken(test, { grant_type: 'password' }), 400, /^unsupported_grant_type$/);
      refusedByIssuer(await askForToken(test, { grant_type: '' }), 400, /^invalid_request$/);
      const foreign = { scope: 'https://graph.example/.default' };
      refusedByIssuer(await askForToken(test, foreign), 400, /^invalid_(?:scope|target)$/);
      equal(
        (await askForToken(test, { resource: 'https://graph.example' })).status,
        400,
        'Status for another resource',
      );
    },
  },
];
