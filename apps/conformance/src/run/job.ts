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
  const body = answer.object();
  return {
    ...body,
    id: textOf(body['id'], `id in the answer to ${answer.request}`),
    displayName: textOf(body['displayName'], `displayName in the answer to ${answer.request}`),
    status: textOf(body['status'], `status in the answer to ${answer.request}`),
  };
}
