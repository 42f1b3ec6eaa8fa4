import type { Answer } from '../server/answer';

const JOBS = /\/crossTenantMigrationJobs$/i;
const CREATES = /\/crossTenantMigrationJobs(?:\/(?:microsoft\.graph\.)?validate)?$/i;

/** Tells the ids of the jobs that a request has created: alone, without a body, or as one of a batch. */
export function noteCreated(answer: Answer, note: (id: string) => void): void {
  const [method, path = ''] = answer.request.split(' ', 2);
  if (method !== 'POST') return;
  if (/\/\$batch$/i.test(path) && answer.status === 200) {
    for (const created of createdIn(answer)) note(created);
  } else if (CREATES.test(path) && answer.status === 201) {
    const id = idIn(parse(answer.text));
    if (id !== null) note(id);
  } else if (JOBS.test(path) && answer.status === 204) {
    const id = answer.header('location').split('/').at(-1);
    if (id) note(id);
  }
}

function createdIn(answer: Answer): string[] {
  const { responses } = (parse(answer.text) ?? {}) as { responses?: unknown };
  if (!Array.isArray(responses)) return [];
  return responses.flatMap((response: unknown) => {
    const { status, headers, body } = (response ?? {}) as { status?: unknown; headers?: object; body?: unknown };
    // A person who was added is created, too, but has no name.
    const isJob = typeof body === 'object' && body !== null && 'displayName' in body;
    const id = status === 201 && headers !== undefined && isJob ? idIn(body) : null;
    return id === null ? [] : [id];
  });
}

function idIn(body: unknown): string | null {
  const id = typeof body === 'object' && body !== null && 'id' in body ? body.id : null;
  return typeof id === 'string' ? id : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
