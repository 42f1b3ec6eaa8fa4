import { BadRequestError } from '../graph/graph-http-error';
import { readBatch } from './read-batch';

const JOBS = '/solutions/migrations/crossTenantMigrationJobs';
const ROOT = { basePath: '', version: 'v1.0' } as const;
const json = { 'Content-Type': 'application/json' };

const get = (id: string, more: object = {}): object => ({ id, method: 'GET', url: JOBS, ...more });
const read = (...requests: unknown[]) => readBatch({ requests }, ROOT);
const refusalOf = (body: unknown): BadRequestError => {
  try {
    readBatch(body, ROOT);
  } catch (error) {
    if (error instanceof BadRequestError) return error;
    throw error;
  }
  throw new Error('Nothing was refused.');
};
const faultsOf = (body: unknown) => refusalOf(body).details.map(({ target, code }) => [target, code]);

describe('readBatch', () => {
  it('gives the requests as they are sent', () => {
    const post = { id: 'B', method: 'post', url: JOBS, headers: { ...json, Prefer: 'x' }, body: { a: [1] } };
    expect(read(get('a'), { ...post, dependsOn: ['A', 'a'] })).toEqual([
      { id: 'a', method: 'GET', address: `/v1.0${JOBS}`, headers: {}, payload: undefined, dependsOn: [] },
      {
        id: 'B',
        method: 'POST',
        address: `/v1.0${JOBS}`,
        headers: { 'content-type': 'application/json', prefer: 'x' },
        payload: '{"a":[1]}',
        dependsOn: ['A', 'a'],
      },
    ]);
  });

  it.each([
    [undefined, json, undefined],
    [null, {}, undefined],
    [{}, json, '{}'],
    ['', json, '""'],
    [0, { 'content-type': 'application/json;charset=utf-8' }, '0'],
    ['a', { 'CONTENT-TYPE': 'application/merge-patch+json' }, '"a"'],
    ['a', { 'content-type': 'text/plain' }, 'a'],
    [{ toString: 1 }, json, '{"toString":1}'],
  ])('sends the body %j as %j says', (body, headers, payload) => {
    expect(read(get('1', { body, headers }))[0]?.payload).toBe(payload);
  });

  it('leaves out headers that belong to the connection, to the framing or to a proxy', () => {
    const headers = {
      Host: 'elsewhere',
      'Content-Length': '3',
      'Transfer-Encoding': 'chunked',
      Connection: 'close',
      'X-Forwarded-Proto': 'https',
      Forwarded: 'for=1.2.3.4',
      'Accept-Encoding': 'br',
      Origin: 'https://page.example',
      ConsistencyLevel: 'eventual',
    };
    expect(read(get('1', { headers }))[0]?.headers).toEqual({ consistencylevel: 'eventual' });
  });

  it.each([
    [undefined, 'Empty Payload'],
    [null, 'Unable to read JSON'],
    [[], 'Unable to read JSON'],
    ['x', 'Unable to read JSON'],
  ])('refuses %j, which is no batch', (body, message) => {
    expect(refusalOf(body).message).toMatch(message);
  });

  it.each([
    [{}, [['requests', 'missingProperty']]],
    [{ requests: null }, [['requests', 'schemaMismatch']]],
    [{ requests: 'x' }, [['requests', 'schemaMismatch']]],
    [{ requests: [] }, [['requests', 'invalidValue']]],
    [{ requests: Array.from({ length: 21 }, (_, n) => get(String(n))) }, [['requests', 'invalidValue']]],
    [{ requests: [get('1')], color: 'red' }, [['color', 'unknownProperty']]],
    [{ requests: [get('1')], toString: 1 }, [['toString', 'unknownProperty']]],
    [
      { requests: [get('1', { headers: { constructor: 'x' } })] },
      [['requests[0].headers.constructor', 'unknownProperty']],
    ],
    [{ requests: [get('1', { id: { constructor: [] } })] }, [['requests[0].id', 'schemaMismatch']]],
    [{ requests: [null] }, [['requests[0]', 'schemaMismatch']]],
    [{ requests: [get('1'), 'x'] }, [['requests[1]', 'schemaMismatch']]],
    [{ requests: [[]] }, [['requests[0]', 'schemaMismatch']]],
  ])('refuses the envelope %#', (body, faults) => {
    expect(faultsOf(body)).toEqual(faults);
  });

  it.each([
    ['id', { id: undefined }, 'id', 'missingProperty'],
    ['id that is a number', { id: 1 }, 'id', 'schemaMismatch'],
    ['empty id', { id: '' }, 'id', 'invalidValue'],
    ['method', { method: undefined }, 'method', 'missingProperty'],
    ['method that a batch does not send', { method: 'HEAD' }, 'method', 'schemaMismatch'],
    ['url', { url: undefined }, 'url', 'missingProperty'],
    ['empty url', { url: '' }, 'url', 'invalidValue'],
    ['url outside of the contract', { url: '/api/v1/session' }, 'url', 'invalidUrl'],
    ['headers that are no object', { headers: ['a'] }, 'headers', 'schemaMismatch'],
    ['headers that are null', { headers: null }, 'headers', 'schemaMismatch'],
    ['header that is no string', { headers: { Accept: 1 } }, 'headers.Accept', 'schemaMismatch'],
    ['header with a line break', { headers: { Accept: 'a\r\nb' } }, 'headers.Accept', 'invalidHeader'],
    ['name that no header has', { headers: { 'a b': 'c' } }, 'headers.a b', 'invalidHeader'],
    ['header twice', { headers: { Accept: '*/*', accept: '*/*' } }, 'headers.accept', 'duplicateHeader'],
    ['token of its own', { headers: { AUTHORIZATION: 'x' } }, 'headers.AUTHORIZATION', 'authorizationNotAllowed'],
    ['body without a type', { method: 'POST', body: {} }, 'headers', 'missingContentType'],
    ['body with other headers', { method: 'POST', body: 0, headers: { a: 'b' } }, 'headers', 'missingContentType'],
    ['dependsOn that is no array', { dependsOn: '1' }, 'dependsOn', 'schemaMismatch'],
    ['dependsOn that holds no strings', { dependsOn: [1] }, 'dependsOn[0]', 'schemaMismatch'],
    ['dependency that is not there', { dependsOn: ['1', 'x'] }, 'dependsOn[1]', 'unknownDependency'],
    ['dependency on itself', { dependsOn: ['TWO'] }, 'dependsOn', 'circularDependency'],
    ['member that is not known', { atomicityGroup: 'g' }, 'atomicityGroup', 'unknownProperty'],
    ['id of another', { id: '1' }, 'id', 'duplicateId'],
  ])('names the request with a wrong %s', (_what, wrong, member, code) => {
    expect(faultsOf({ requests: [get('1'), get('two', wrong)] })).toEqual([[`requests[1].${member}`, code]]);
  });

  it('compares ids without regard to letter case', () => {
    expect(faultsOf({ requests: [get('Ab'), get('aB')] })).toEqual([['requests[1].id', 'duplicateId']]);
    expect(read(get('Ab'), get('2', { dependsOn: ['AB'] }))).toHaveLength(2);
  });

  it('finds everybody in a circle, and nobody else', () => {
    const requests = [
      get('1', { dependsOn: ['3'] }),
      get('2', { dependsOn: ['1'] }),
      get('3', { dependsOn: ['2'] }),
      get('4', { dependsOn: ['1'] }),
      get('5'),
    ];
    expect(faultsOf({ requests })).toEqual(
      [0, 1, 2].map((place) => [`requests[${place}].dependsOn`, 'circularDependency']),
    );
  });

  it('takes dependencies on later requests, and several', () => {
    expect(read(get('1', { dependsOn: ['2', '3'] }), get('2', { dependsOn: ['3'] }), get('3'))).toHaveLength(3);
  });

  it('names every fault of a batch at once', () => {
    const requests = [get('', { color: 1 }), get('a', { url: '//host' }), get('A', { dependsOn: ['b'] })];
    const { message, details } = refusalOf({ requests });
    expect(details.map(({ target }) => target).sort()).toEqual([
      'requests[0].color',
      'requests[0].id',
      'requests[1].url',
      'requests[2].dependsOn[0]',
      'requests[2].id',
    ]);
    expect(message).toMatch(/^5 things are wrong: /);
  });
});
