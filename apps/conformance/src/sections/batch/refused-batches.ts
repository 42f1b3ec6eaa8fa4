import type { Check } from '../../checks/check';
import { contract, decision } from '../../checks/sources';
import { equal } from '../../expect/expect';
import { refused } from '../../expect/refusal';
import { JOBS, JSON_TYPE, postBatch } from './send-batch';

const get = (id: string, more: object = {}) => ({ id, method: 'GET', url: JOBS, ...more });
const at = (url: string) => [get('1', { url })];

/** Batches that are wrong, by what is wrong with them. */
const WRONG: readonly (readonly [slug: string, words: string, requests: readonly unknown[]])[] = [
  ['twenty-one', 'more than 20 requests', Array.from({ length: 21 }, (_, index) => get(String(index)))],
  ['none', 'no requests', []],
  ['ids-twice', 'two requests of one id, in whatever letter case', [get('a'), get('A')]],
  ['no-id', 'a request without an id', [{ method: 'GET', url: JOBS }]],
  ['no-method', 'a request without a method', [{ id: '1', url: JOBS }]],
  ['no-url', 'a request without an address', [{ id: '1', method: 'GET' }]],
  ['method', 'a method that there is not', [get('1', { method: 'FETCH' })]],
  ['unknown-dependency', 'a request that depends on none of the batch', [get('1', { dependsOn: ['2'] })]],
  [
    'cycle',
    'requests that depend on each other',
    [get('1', { dependsOn: ['2'] }), get('2', { dependsOn: ['3'] }), get('3', { dependsOn: ['1'] })],
  ],
  ['own-dependency', 'a request that depends on itself', [get('1', { dependsOn: ['1'] })]],
  [
    'nested',
    'a batch in the batch',
    [{ id: '1', method: 'POST', url: '/$batch', headers: JSON_TYPE, body: { requests: [] } }],
  ],
  ['no-content-type', 'a body without a content type', [{ id: '1', method: 'POST', url: JOBS, body: {} }]],
  ['absolute-url', 'an address of another server', at('https://server.example/v1.0/solutions')],
  ['schemeless-url', 'an address that begins with two slashes', at('//server.example/solutions')],
  ['parent-url', 'an address that leaves the version root', at('/../api/v1/session')],
  ['encoded-parent-url', 'an address that leaves it encoded', at('/%2e%2e/api/v1/session')],
  ['foreign-url', 'an address that is none of the contract', at('/me')],
  ['authorization', 'a request with a token of its own', [get('1', { headers: { Authorization: 'Bearer x' } })]],
];

/** Batches that are refused as a whole (contract page 5.8). */
export const REFUSED_BATCHES: readonly Check[] = [
  ...WRONG.map(([slug, words, requests]): Check => ({
    id: `batch.refuse-${slug}`,
    sentence: `A batch with ${words} is refused with 400`,
    sources: [contract('5.8', 'G-batch'), decision('batches')],
    run: async (test) => {
      refused(await postBatch(test, requests), 400, { code: 'BadRequest' });
    },
  })),
  {
    id: 'batch.refuse-other-version',
    sentence: 'A batch with an address of another version is refused with 400',
    sources: [contract('5.8', 'G-batch'), decision('batches')],
    run: async (test) => {
      const other = test.version === 'beta' ? 'v1.0' : 'beta';
      refused(await postBatch(test, at(`/${other}${JOBS}`)), 400, { code: 'BadRequest' });
    },
  },
  {
    id: 'batch.refuse-as-a-whole',
    sentence: 'Of a batch that is refused nothing is carried out',
    sources: [contract('5.8', 'G-batch'), decision('batches')],
    run: async (test) => {
      const { id } = await test.create();
      const cancel = { id: '1', method: 'POST', url: `${JOBS}/${id}/cancel` };
      refused(await postBatch(test, [cancel, get('2', { dependsOn: ['nobody'] })]), 400);
      equal((await test.read(id)).status, 'submitted', 'The status of the job');
    },
  },
  {
    id: 'batch.refuse-malformed',
    sentence: 'A batch that is no JSON object, or has no array of requests, is refused with 400',
    sources: [contract('5.2 and 5.8', 'G-batch')],
    run: async (test) => {
      for (const body of ['{', '[]', '{}', '{"requests":{}}', '{"requests":[1]}', '{"requests":[],"color":"red"}']) {
        refused(await test.post(`${test.root}/$batch`, { body }), 400);
      }
    },
  },
  {
    id: 'batch.refuse-methods',
    sentence: '`$batch` takes POST only',
    sources: [contract('5.2 and 5.8', 'G-batch')],
    run: async (test) => {
      const answer = await test.get(`${test.root}/$batch`);
      refused(answer, 405);
      equal(answer.header('allow').includes('POST'), true, 'Allow having POST');
    },
  },
  {
    id: 'batch.refuse-without-token',
    sentence: 'A batch without a token is refused with 401',
    sources: [contract('5.2 and 5.8', 'G-batch')],
    versions: 'every',
    run: async (test) => {
      refused(await postBatch(test, [get('1')], { as: 'nobody' }), 401, { code: 'InvalidAuthenticationToken' });
    },
  },
];
