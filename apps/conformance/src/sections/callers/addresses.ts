import type { CheckContext } from '../../run/check-context';

/** A method and a path, and a body where there is one. */
export type Address = readonly [method: string, path: string, body?: object];

/** What can be read of a job that goes by a key, such as an id. */
export function readsOf(test: CheckContext, key: string): readonly Address[] {
  const [person = ''] = test.data.people;
  return [
    ['GET', test.job(key)],
    ['GET', test.job(key, '/users')],
    ['GET', test.job(key, '/users/$count')],
    ['GET', test.job(key, `/users/${person}`)],
  ];
}

/** What can be changed about a job that goes by a key. */
export function writesOf(test: CheckContext, key: string): readonly Address[] {
  const [person = ''] = test.data.people;
  return [
    ['PATCH', test.job(key), { completeAfterDateTime: test.inSeconds(70 * 86_400) }],
    ['POST', test.job(key, '/validate')],
    ['POST', test.job(key, '/migrate')],
    ['POST', test.job(key, '/cancel')],
    ['POST', test.job(key, '/users'), { id: '22222222-0000-4000-8000-00000000dead' }],
    ['POST', test.job(key, `/users/${person}/cancel`)],
    ['DELETE', test.job(key, `/users/${person}`)],
    ['DELETE', test.job(key, `/users/${person}/$ref`)],
    ['DELETE', test.job(key)],
  ];
}

/** What concerns no single job. */
export function commonOf(test: CheckContext): {
  readonly reads: readonly Address[];
  readonly writes: readonly Address[];
} {
  return {
    reads: [
      ['GET', test.jobs()],
      ['GET', test.jobs('/$count')],
    ],
    writes: [
      ['POST', test.jobs(), test.body()],
      ['POST', test.jobs('/validate'), test.body()],
    ],
  };
}
