import { Answer } from '../server/answer';
import { noteCreated } from './note-created';

const JOBS = '/beta/solutions/migrations/crossTenantMigrationJobs';

function noted(request: string, status: number, body: unknown, headers: Record<string, string> = {}): string[] {
  const ids: string[] = [];
  const text = body === null ? '' : JSON.stringify(body);
  noteCreated(new Answer(request, status, headers, Buffer.from(text)), (id) => ids.push(id));
  return ids;
}

describe('Taking note of jobs that were created', () => {
  it.each([
    ['a creation', `POST ${JOBS}`, 201, { id: 'a' }, ['a']],
    ['the old way to validate', `POST ${JOBS}/microsoft.graph.validate`, 201, { id: 'a' }, ['a']],
    ['a refusal', `POST ${JOBS}`, 422, { error: {} }, []],
    ['a person who was added', `POST ${JOBS}/x/users`, 201, { id: 'a' }, []],
    ['a list', `GET ${JOBS}`, 200, { id: 'a' }, []],
    ['nonsense', `POST ${JOBS}`, 201, 'x', []],
  ])('%s', (_words, request, status, body, expected) => {
    expect(noted(request, status, body)).toEqual(expected);
  });

  it('a creation that answers its address alone', () => {
    expect(noted(`POST ${JOBS}`, 204, null, { location: `https://server${JOBS}/b` })).toEqual(['b']);
  });

  it('the creations of a batch', () => {
    const responses = [
      { id: '1', status: 201, headers: {}, body: { id: 'c', displayName: 'x' } },
      { id: '2', status: 201, headers: {}, body: { id: 'person', taskType: 'Users' } },
      { id: '3', status: 422, headers: {}, body: { error: {} } },
    ];
    expect(noted('POST /beta/$batch', 200, { responses })).toEqual(['c']);
  });
});
