import type { Check } from '../../checks/check';
import { contract, decision, rfc } from '../../checks/sources';
import { equal, matches } from '../../expect/expect';
import { refused } from '../../expect/refusal';
import { commonOf, readsOf, writesOf } from './addresses';
import { forgedFrom } from './forged-tokens';

const CODE = 'InvalidAuthenticationToken';
const CHALLENGE = /^Bearer realm="", ?authorization_uri="https?:\/\/[^"]+", ?client_id="[^"]+"/;

/** Who calls, and how a client without a good token is told (contract page 5.2). */
export const AUTHENTICATION_CHECKS: readonly Check[] = [
  {
    id: 'callers.no-token',
    sentence: 'Without a token every operation is refused with 401, `Access token is empty.` and where to get one',
    sources: [contract('5.2', 'ISS microsoftgraph/msgraph-sample-reactspa#54', 'MSAL-401'), rfc(6750, '3')],
    versions: 'every',
    run: async (test) => {
      const { id } = await test.create();
      const { reads, writes } = commonOf(test);
      for (const [method, path, body] of [...reads, ...writes, ...readsOf(test, id), ...writesOf(test, id)]) {
        const answer = await test.send(method, path, { as: 'nobody', ...(body ? { body } : {}) });
        refused(answer, 401, { code: CODE, message: 'Access token is empty.' });
        matches(answer.header('www-authenticate'), CHALLENGE, 'WWW-Authenticate');
      }
      equal((await test.read(id)).status, 'submitted', 'The status of the job');
    },
  },
  {
    id: 'callers.malformed',
    sentence: 'Another scheme, and a token that is none, is refused with 401',
    sources: [contract('5.2', 'ISS microsoftgraph/console-java-connect-sample#1'), rfc(6750, '3.1')],
    run: async (test) => {
      for (const authorization of ['Basic YTpi', 'Bearer', 'Bearer nonsense', 'Bearer a.b.c', 'Bearer a b']) {
        const answer = await test.get(test.jobs(), { as: 'nobody', headers: { authorization } });
        refused(answer, 401, { code: CODE });
        matches(answer.header('www-authenticate'), CHALLENGE, 'WWW-Authenticate');
      }
    },
  },
  {
    id: 'callers.forged',
    sentence: 'A token of which anything was changed is refused with 401: signature, claims, algorithm, key, issuer',
    sources: [contract('5.2', 'MSAL-401'), rfc(8725, '3.1 to 3.9')],
    run: async (test) => {
      const forged = forgedFrom(await test.server.token('admin'));
      if (forged.length === 0) test.skip('the token is no JWT, so that nothing of it can be changed');
      for (const { words, token } of forged) {
        const answer = await test.get(test.jobs(), { as: 'nobody', headers: { authorization: `Bearer ${token}` } });
        equal(answer.status, 401, `The status for a token with ${words}`);
        refused(answer, 401, { code: CODE, message: /^Access token validation failure\./ });
        matches(answer.header('www-authenticate'), /\berror="invalid_token"/, 'WWW-Authenticate');
      }
    },
  },
  {
    id: 'callers.scheme-in-any-case',
    sentence: 'The word Bearer may be written in any letter case',
    sources: [rfc(9110, '11.1')],
    run: async (test) => {
      const token = await test.server.token('admin');
      (await test.get(test.jobs(), { as: 'nobody', headers: { authorization: `bearer ${token}` } })).expect(200);
    },
  },
  {
    id: 'callers.two-headers',
    sentence: 'Two `Authorization` headers are refused, whichever comes first',
    sources: [rfc(9110, '5.3'), decision('secrecy')],
    run: async (test) => {
      const good = `Bearer ${await test.server.token('admin')}`;
      for (const authorization of [
        [good, 'Bearer nonsense'],
        ['Bearer nonsense', good],
      ]) {
        const answer = await test.server.connection.send({
          method: 'GET',
          path: test.jobs(),
          headers: { authorization },
          body: null,
        });
        refused(answer, [400, 401]);
      }
    },
  },
  {
    id: 'callers.token-first',
    sentence: 'Whoever has no token learns nothing else: not whether an address exists, nor what is wrong with a body',
    sources: [contract('5.2'), decision('secrecy')],
    run: async (test) => {
      const { id } = await test.create();
      for (const [method, path, body] of [
        ['GET', test.job('00000000-0000-4000-8000-00000000dead')],
        ['GET', test.job(id)],
        ['PUT', test.job(id)],
        ['GET', `${test.root}/solutions/nothing`],
        ['GET', `${test.jobs()}?$foo=1`],
        ['POST', test.jobs(), '{"displayName":'],
        ['POST', test.jobs(), '{}'],
      ] as const) {
        refused(await test.send(method, path, { as: 'nobody', ...(body ? { body } : {}) }), 401, { code: CODE });
      }
    },
  },
];
