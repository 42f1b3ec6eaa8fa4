import { HttpErrorResponse } from '@angular/common/http';
import type { ODataError } from '@ferry/contracts';

/** One fault among several; `target` names the member that is at fault. */
export interface Fault {
  readonly code: string;
  readonly message: string;
  readonly target?: string;
}

/** An answer that is no success, in words; `status` 0 means that there was no answer. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly requestId: string | null,
    readonly details: readonly Fault[],
    /** How long the service has asked to wait; null when it has not. */
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(message);
  }
}

/** Whatever was thrown, as something that can be shown. */
export function toServiceError(thrown: unknown): ServiceError {
  if (thrown instanceof ServiceError) return thrown;
  if (!(thrown instanceof HttpErrorResponse)) {
    return new ServiceError(0, 'clientError', thrown instanceof Error ? thrown.message : String(thrown), null, []);
  }
  if (thrown.status === 0) {
    return new ServiceError(
      0,
      'noAnswer',
      'The service does not answer. Check that it runs, then try again.',
      null,
      [],
    );
  }
  return fromBody(thrown.status, thrown.error, retryAfterOf(thrown.headers.get('retry-after')));
}

/** Reads the error envelope of Graph (contract page 5.1). */
export function fromBody(status: number, body: unknown, retryAfter: number | null = null): ServiceError {
  if (!isODataError(body)) {
    return new ServiceError(
      status,
      `http${status}`,
      `The service answered with status ${status}.`,
      null,
      [],
      retryAfter,
    );
  }
  const { code, message, target, innerError } = body.error;
  const only: readonly Fault[] = target === undefined ? [] : [{ code, message, target }];
  const details: readonly Fault[] = body.error.details ?? [];
  return new ServiceError(
    status,
    code,
    message,
    innerError?.['request-id'] ?? null,
    details.length > 0 ? details : only,
    retryAfter,
  );
}

/** The seconds of a `Retry-After`; null when there is none, or when it is a date, which our service does not send. */
export function retryAfterOf(header: string | null): number | null {
  const seconds = header === null ? NaN : Number(header);
  return Number.isFinite(seconds) && seconds > 0 ? seconds : null;
}

function isODataError(body: unknown): body is ODataError {
  return typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'object';
}
