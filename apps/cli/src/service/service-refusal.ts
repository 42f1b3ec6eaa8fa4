import type { ODataError, ODataErrorDetails } from '@ferry/contracts';
import { CommandError } from '../command-error';

/** The service answered, and not with a success. */
export class ServiceRefusal extends CommandError {
  override readonly name = 'ServiceRefusal';

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    override readonly details: readonly ODataErrorDetails[] = [],
    override readonly requestId: string | null = null,
  ) {
    super(message);
  }
}

/** Nothing answered, or the answer broke off. */
export class ConnectionError extends CommandError {
  override readonly name = 'ConnectionError';
  readonly code = 'noAnswer';

  constructor(server: URL, cause: unknown) {
    super(`No answer from ${server.origin} (${reasonOf(cause)}). Does the service run there?`, { cause });
  }
}

/** What an answer says that is no success: in the envelope of the contract, or in that of OAuth (RFC 6749, 5.2). */
export async function refusalOf(response: Response): Promise<ServiceRefusal> {
  const body: unknown = await response.json().catch(() => null);
  const { status } = response;
  if (isODataError(body)) {
    const { code, message, target, details, innerError } = body.error;
    const faults = details ?? (target === undefined ? [] : [{ code, message, target }]);
    return new ServiceRefusal(status, code, message, faults, innerError?.['request-id'] ?? null);
  }
  if (isOAuthError(body))
    return new ServiceRefusal(status, body.error, body.error_description ?? 'No token was given.');
  return new ServiceRefusal(status, `http${status}`, `${response.url} answered with status ${status}.`);
}

function isODataError(body: unknown): body is ODataError {
  return typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'object';
}

function isOAuthError(body: unknown): body is { error: string; error_description?: string } {
  return typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'string';
}

/** `fetch` only says that it failed; why stands in the cause, at its best as a code such as ECONNREFUSED. */
function reasonOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  if ('cause' in error && typeof error.cause === 'object') return reasonOf(error.cause);
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'message' in error ? String(error.message) : 'for no reason that was given';
}
