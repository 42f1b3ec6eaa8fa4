import { arrayOf, equal, holds, objectOf, shown, textOf } from '../../expect/expect';
import type { Asked, CheckContext } from '../../run/check-context';
import type { Json } from '../../run/job';
import type { Answer } from '../../server/answer';

/** One request of a batch. */
export interface Item {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly dependsOn?: readonly string[];
}

/** One answer of a batch. */
export interface ItemAnswer {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export const JSON_TYPE = { 'Content-Type': 'application/json' } as const;

/** The collection of jobs, relative to the version root. */
export const JOBS = '/solutions/migrations/crossTenantMigrationJobs';

/** Sends a batch, whatever its answer. */
export function postBatch(test: CheckContext, requests: unknown, asked: Asked = {}): Promise<Answer> {
  return test.post(`${test.root}/$batch`, { body: { requests }, ...asked });
}

/** Sends a batch that has to be read, and gives the answers by id: one for each request. */
export async function sendBatch(
  test: CheckContext,
  items: readonly Item[],
  asked: Asked = {},
): Promise<ReadonlyMap<string, ItemAnswer>> {
  const answer = (await postBatch(test, items, asked)).expect(200);
  const responses = arrayOf(answer.object()['responses'], 'responses').map(readAnswer);
  const ids = responses.map(([id]) => id).sort();
  equal(ids, items.map(({ id }) => id).sort(), 'The ids of the answers');
  return new Map(responses);
}

/** The answer to one of the requests, which has to have a status. */
export function answerTo(answers: ReadonlyMap<string, ItemAnswer>, id: string, status: number): ItemAnswer {
  const answer = answers.get(id);
  holds(answer !== undefined, `There is no answer to ${id}.`);
  holds(
    answer.status === status,
    `Request ${id} was answered ${answer.status} ${shown(answer.body)}, expected ${status}.`,
  );
  return answer;
}

/** The refusal of one of the requests, in the envelope of Graph. */
export function refusalOf(answers: ReadonlyMap<string, ItemAnswer>, id: string, status: number): Json {
  const { body } = answerTo(answers, id, status);
  const error = objectOf(objectOf(body, `the body of ${id}`)['error'], `error of ${id}`);
  textOf(error['code'], `error.code of ${id}`);
  textOf(error['message'], `error.message of ${id}`);
  objectOf(error['innerError'], `innerError of ${id}`);
  return error;
}

function readAnswer(one: unknown): [string, ItemAnswer] {
  const { id, status, headers, body } = objectOf(one, 'an element of responses');
  holds(typeof status === 'number', `The status of an answer is ${shown(status)}, expected a number.`);
  const named = Object.entries(objectOf(headers ?? {}, 'headers')).map(([name, value]) => [
    name.toLowerCase(),
    textOf(value, `the header ${name}`),
  ]);
  return [
    textOf(id, 'id of an answer'),
    { status, headers: Object.fromEntries(named) as Record<string, string>, body },
  ];
}
