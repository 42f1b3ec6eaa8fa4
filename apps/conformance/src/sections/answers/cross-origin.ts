import type { Check } from '../../checks/check';
import { contract, fetchStandard } from '../../checks/sources';
import { equal, holds, oneOf } from '../../expect/expect';

const ORIGIN = 'https://page.example';
/** What pages elsewhere may read (contract page 5.6). */
const EXPOSED = [
  'ETag',
  'Location',
  'Preference-Applied',
  'Content-Range',
  'request-id',
  'client-request-id',
  'ReadWriteConsistencyToken',
  'SdkVersion',
  'WWW-Authenticate',
  'x-ms-client-gcc-tenant',
  'Retry-After',
];

const listOf = (header: string): string[] => header.toLowerCase().split(/\s*,\s*/);

/** Pages of other origins (contract page 5.6). */
export const CROSS_ORIGIN_CHECKS: readonly Check[] = [
  {
    id: 'answers.preflight',
    sentence: 'A preflight without a token is answered for each method, with the headers that clients send',
    sources: [fetchStandard('3.3.5'), contract('5.6 and 7.1', 'DEVPX', 'JS')],
    versions: 'every',
    run: async (test) => {
      const asked = 'authorization, client-request-id, content-type, prefer, sdkversion';
      for (const [method, path] of [
        ['GET', test.jobs()],
        ['POST', test.jobs()],
        ['PATCH', test.job('00000000-0000-4000-8000-00000000dead')],
        ['DELETE', test.job('00000000-0000-4000-8000-00000000dead')],
      ] as const) {
        const answer = await test.send('OPTIONS', path, {
          as: 'nobody',
          headers: {
            origin: ORIGIN,
            'access-control-request-method': method,
            'access-control-request-headers': asked,
          },
        });
        answer.expect(200, 204);
        oneOf(answer.header('access-control-allow-origin'), ['*', ORIGIN], 'Access-Control-Allow-Origin');
        const methods = listOf(answer.header('access-control-allow-methods'));
        holds(methods.includes(method.toLowerCase()) || methods.includes('*'), `${method} is not allowed to pages.`);
        const headers = listOf(answer.header('access-control-allow-headers'));
        // A star does not stand for Authorization (Fetch standard, section 3.3.5).
        for (const name of listOf(asked)) {
          const isAllowed = headers.includes(name) || (headers.includes('*') && name !== 'authorization');
          holds(isAllowed, `The header ${name} is not allowed to pages.`);
        }
      }
    },
  },
  {
    id: 'answers.exposed-headers',
    sentence: 'Pages may read the headers that Graph exposes, on answers and on refusals',
    sources: [fetchStandard('3.3.4'), contract('5.6', 'DEVPX')],
    versions: 'every',
    run: async (test) => {
      const headers = { origin: ORIGIN };
      const answers = [
        await test.get(test.jobs(), { headers }),
        await test.post(test.jobs(), { body: {}, headers }),
        await test.get(test.jobs(), { as: 'nobody', headers }),
        await test.get(test.job('00000000-0000-4000-8000-00000000dead'), { headers }),
      ];
      equal(
        answers.map(({ status }) => status),
        [200, 400, 401, 404],
        'The statuses',
      );
      for (const answer of answers) {
        oneOf(answer.header('access-control-allow-origin'), ['*', ORIGIN], 'Access-Control-Allow-Origin');
        const exposed = listOf(answer.header('access-control-expose-headers'));
        for (const name of EXPOSED) holds(exposed.includes(name.toLowerCase()), `${name} is not exposed to pages.`);
      }
    },
  },
];
