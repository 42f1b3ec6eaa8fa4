import { textOf } from '../expect/expect';
import type { Answer } from '../server/answer';

/** A JSON object as it came. */
export type Json = Readonly<Record<string, unknown>>;

/** A job as a server answered it, with the members that every check asks for. */
export interface Job extends Json {
  readonly id: string;
  readonly displayName: string;
  readonly status: string;
}

/** An answer as the job that it has to be. */
export function jobIn(answer: Answer): Job {
  return jobOf(answer.object(), `the answer to ${answer.request}`);
}

/** An object as the job that it has to be. */
export function jobOf(body: Json, what: string): Job {
  return {
    ...body,
    id: textOf(body['id'], `id of ${what}`),
    displayName: textOf(body['displayName'], `displayName of ${what}`),
    status: textOf(body['status'], `status of ${what}`),
  };
}
