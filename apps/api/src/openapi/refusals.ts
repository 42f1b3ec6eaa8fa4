import { ODataError } from '@ferry/contracts';
import { getSchemaPath, type OpenAPIObject } from '@nestjs/swagger';

type Paths = OpenAPIObject['paths'];
type Operation = NonNullable<Paths[string]['get']>;
type Responses = Operation['responses'];
type Header = { description: string; schema: { type: 'string' | 'integer' } };

/** Why an operation may be refused (contract page 1.4 and 5.1). */
const REASONS = {
  400: 'The request cannot be read, or holds what the operation does not have; `details` names each fault.',
  401: 'There is no token, or none that is accepted.',
  403: 'The token lacks the permission, or its person the directory role.',
  404: 'There is no such thing in the tenant of the caller.',
  406: 'Nothing that the client accepts can be answered.',
  409: 'The thing is in a state that does not allow it.',
  412: 'If-Match names an ETag; nothing has one.',
  413: 'The body is larger than the service takes.',
  415: 'The body is of a type, or in an encoding, that the service does not read.',
  422: 'A value cannot be; `details` names each.',
  429: 'The caller sends too many requests.',
} as const;

type Status = keyof typeof REASONS;

const HEADERS: Partial<Record<Status, Record<string, Header>>> = {
  401: { 'WWW-Authenticate': { description: 'Where a token can be had (RFC 6750).', schema: { type: 'string' } } },
  429: { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } } },
};

/** What is known of an operation beside its description. */
export interface OperationPlace {
  readonly path: string;
  readonly method: string;
  readonly isPublic: boolean;
}

/** Adds every refusal that can happen to an operation, each in the form of the contract, and one for all others. */
export function addRefusals(operation: Operation, place: OperationPlace): void {
  for (const status of refusalsOf(operation, place)) operation.responses[status] ??= refusal(status);
  operation.responses['default'] = { description: 'What else went wrong.', content: CONTENT() };
}

function refusalsOf(operation: Operation, { path, method, isPublic }: OperationPlace): Status[] {
  if (isPublic) return path.endsWith('$metadata') ? [406] : [];
  const isContract = path.startsWith('/solutions/') || path.startsWith('/$');
  const isChange = method !== 'get';
  const isCreation = isChange && Object.hasOwn(operation.responses, '201');
  const names = path.includes('{');
  return [
    400,
    401,
    403,
    ...(names ? ([404] as const) : []),
    ...(isContract && !isChange ? ([406] as const) : []),
    ...(isChange && names ? ([409] as const) : []),
    ...(isContract && isChange ? ([412] as const) : []),
    ...(isChange ? ([413, 415] as const) : []),
    ...(operation.requestBody !== undefined || isCreation ? ([422] as const) : []),
    429,
  ];
}

function refusal(status: Status): Responses[string] {
  const headers = HEADERS[status];
  return { description: REASONS[status], ...(headers ? { headers } : {}), content: CONTENT() };
}

const CONTENT = (): Record<string, { schema: { $ref: string } }> => ({
  'application/json': { schema: { $ref: getSchemaPath(ODataError) } },
});
