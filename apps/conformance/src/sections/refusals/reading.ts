import type { Check } from '../../checks/check';
import { contract, decision, rfc } from '../../checks/sources';
import { holds, matches } from '../../expect/expect';
import { ExpectationFailed } from '../../expect/expectation-failed';
import { refused } from '../../expect/refusal';

const UNREADABLE =
  'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.';
const MEGABYTE = 1_048_576;
/** The largest body that is tried, in megabytes. */
const LARGEST = 64;

/** Requests that cannot be read, or answered as asked (contract page 5.2). */
export const READING_REFUSALS: readonly Check[] = [
  {
    id: 'refusals.malformed-json',
    sentence: 'A body that is no JSON object is refused with 400 in the published words',
    sources: [contract('5.2', 'ISS microsoftgraph/microsoft-graph-docs-contrib#6337')],
    run: async (test) => {
      for (const body of ['{"displayName": ', '{', 'displayName=x', '[]', '"job"', '7', 'null']) {
        refused(await test.post(test.jobs(), { body }), 400, { code: 'BadRequest', message: UNREADABLE });
      }
    },
  },
  {
    id: 'refusals.no-content-type',
    sentence: 'A body without a content type is refused with 400 in the published words',
    sources: [contract('5.2', 'ISS microsoftgraph/microsoft-graph-docs-contrib#6337')],
    run: async (test) => {
      const body = Buffer.from(JSON.stringify(test.body()));
      const headers = { authorization: `Bearer ${await test.server.token('admin')}` };
      const sent = { method: 'POST', path: test.jobs(), headers, body };
      refused(await test.server.connection.send(sent), 400, { code: 'BadRequest', message: UNREADABLE });
    },
  },
  {
    id: 'refusals.empty-body',
    sentence: 'A creation and an update without a body are refused with 400 in the published words',
    sources: [contract('5.2', 'ISS microsoftgraph/microsoft-graph-docs-contrib#7083')],
    run: async (test) => {
      const expected = { code: 'BadRequest', message: 'Empty Payload. JSON content expected.' };
      refused(await test.post(test.jobs(), { body: '' }), 400, expected);
      const { id } = await test.create();
      refused(await test.patch(test.job(id), { body: '' }), 400, expected);
    },
  },
  {
    id: 'refusals.content-type',
    sentence: 'A body of another type than JSON is refused with 415',
    sources: [rfc(9110, '15.5.16'), contract('5.1', 'G-err')],
    run: async (test) => {
      for (const type of ['text/plain', 'application/xml', 'application/x-www-form-urlencoded']) {
        const answer = await test.post(test.jobs(), { body: test.body(), headers: { 'content-type': type } });
        refused(answer, 415);
      }
    },
  },
  {
    id: 'refusals.content-encoding',
    sentence: 'A content encoding that nobody knows is refused with 415',
    sources: [rfc(9110, '15.5.16'), contract('7.5', 'KGO')],
    run: async (test) => {
      const answer = await test.post(test.jobs(), { body: test.body(), headers: { 'content-encoding': 'compress' } });
      refused(answer, 415);
    },
  },
  {
    id: 'refusals.accept',
    sentence: 'A client that accepts no JSON is refused with 406',
    sources: [rfc(9110, '15.5.7'), contract('5.1', 'G-err'), decision('metadata')],
    run: async (test) => {
      for (const accept of ['application/xml', 'text/html', 'application/json;odata.metadata=much']) {
        refused(await test.get(test.jobs(), { headers: { accept } }), 406);
      }
    },
  },
  {
    id: 'refusals.too-large',
    sentence: 'A body over the limit is refused with 413, which the client can read',
    sources: [rfc(9110, '15.5.14'), rfc(9112, '9.6'), contract('5.1', 'G-err'), decision('limits')],
    run: async (test) => {
      for (let size = 1; size <= LARGEST; size *= 2) {
        const body = JSON.stringify(test.body({ message: 'x'.repeat(size * MEGABYTE) }));
        const answer = await test.post(test.jobs(), { body }).catch((error: unknown) => {
          // Closing with the body unread takes the answer away from most clients (RFC 9112, section 9.6).
          throw new ExpectationFailed(`The refusal of ${size} MB could not be read: ${String(error)}`);
        });
        if (answer.status !== 413) continue;
        refused(answer, 413);
        return;
      }
      test.skip(`the server has no limit up to ${LARGEST} MB`);
    },
  },
  {
    id: 'refusals.method',
    sentence: 'A method that an address does not have is refused with 405 in the published words, and `Allow`',
    sources: [rfc(9110, '15.5.6'), contract('5.2', 'G-batch')],
    versions: 'every',
    run: async (test) => {
      const { id } = await test.create();
      for (const [method, path, allowed] of [
        ['PUT', test.job(id), 'PATCH'],
        ['POST', test.job(id), 'PATCH'],
        ['DELETE', test.jobs(), 'POST'],
        ['PATCH', test.jobs(), 'POST'],
        ['GET', test.job(id, '/migrate'), 'POST'],
        ['DELETE', test.job(id, '/cancel'), 'POST'],
        ['PUT', test.job(id, '/users'), 'GET'],
      ] as const) {
        const answer = await test.send(method, path);
        refused(answer, 405, {
          code: 'Request_BadRequest',
          message: 'Specified HTTP method is not allowed for the request target.',
        });
        const allow = answer.header('allow').split(/\s*,\s*/);
        holds(allow.includes(allowed) && !allow.includes(method), `Allow of ${method} ${path} is ${allow.join()}.`);
      }
    },
  },
  {
    id: 'refusals.unknown-address',
    sentence: 'An address that there is not is refused with 404, in the same envelope',
    sources: [contract('5.1', 'G-err')],
    versions: 'every',
    run: async (test) => {
      const { id } = await test.create();
      for (const path of [test.job(id, '/nothing'), test.job(id, '/users/x/y/z'), `${test.root}/solutions/nothing`]) {
        refused(await test.get(path), 404);
      }
      refused(await test.post(test.job(id, '/explode')), 404);
    },
  },
  {
    id: 'refusals.precondition',
    sentence: 'A condition on an ETag is not passed over: there is none that it could match',
    sources: [rfc(9110, '13.1.1'), contract('1.3.5 and 5.6', 'OAS', 'G-err'), decision('generated')],
    run: async (test) => {
      const { id } = await test.create();
      refused(await test.delete(test.job(id), { headers: { 'if-match': '"x"' } }), 412);
    },
  },
  {
    id: 'refusals.broken-encoding',
    sentence: 'An address whose percent-encoding is broken is refused as a fault of the client',
    sources: [rfc(3986, '2.1'), decision('secrecy')],
    run: async (test) => {
      for (const path of [test.jobs('/%E0%A4%A'), test.jobs('/%'), `${test.jobs()}?$filter=%E0%A4%A`]) {
        const answer = await test.get(path);
        holds(answer.status >= 400 && answer.status < 500, `${answer.request} was answered ${answer.status}.`);
      }
    },
  },
  {
    id: 'refusals.nothing-of-the-inside',
    sentence: 'No refusal tells a stack, a statement or a path of the server',
    sources: [contract('5.1', 'AG errorResponses'), decision('secrecy')],
    run: async (test) => {
      const answers = [
        await test.post(test.jobs(), { body: test.body({ displayName: 'a\u0000b' }) }),
        await test.post(test.jobs(), { body: test.body({ displayName: 'a\ud800b' }) }),
        await test.post(test.jobs(), { body: test.body({ displayName: 'x'.repeat(100_000) }) }),
        await test.post(test.jobs(), { body: '['.repeat(50_000) }),
        await test.get(test.job("' or 1=1 --")),
        await test.get(test.job('\u0000')),
        await test.get(`${test.jobs()}?$filter=${encodeURIComponent("displayName eq 'a\u0000'")}`),
        await test.get(`${test.jobs()}?$filter=${'('.repeat(3_000)}`),
        await test.get(`${test.jobs()}?$orderby=${encodeURIComponent('id; drop table jobs')}`),
      ];
      for (const answer of answers) {
        holds(
          answer.status >= 400 && answer.status < 500,
          `${answer.request.slice(0, 200)} was answered ${answer.status}.`,
        );
        holds(
          !/node_modules|\\n\s+at |\.[jt]s:\d+:\d+|\bselect\b.+\bfrom\b|\/(?:home|usr|var)\//i.test(answer.text),
          `The refusal tells of the inside: ${answer.text.slice(0, 300)}`,
        );
        matches(answer.header('content-type'), /^application\/json\b/, 'Content-Type');
      }
    },
  },
];
