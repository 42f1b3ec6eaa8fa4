import { HttpException } from '@nestjs/common';
import type { ODataError } from '@ferry/contracts';
import { ODataQueryError } from '@ferry/odata';
import { type DatabaseTrouble, databaseTroubleOf } from '../database/database-trouble';
import { logDate } from '../logging/log-date';
import { BadRequestError, GraphHttpError } from './graph-http-error';

const RETRY_AFTER_SECONDS = 5;

/** Codes for errors that the framework raises, by status; what we raise ourselves carries its own. */
const CODES: Readonly<Record<number, string>> = {
  400: 'BadRequest',
  401: 'InvalidAuthenticationToken',
  403: 'Forbidden',
  404: 'NotFound',
  405: 'Request_BadRequest',
  406: 'NotAcceptable',
  408: 'RequestTimeout',
  409: 'Conflict',
  412: 'PreconditionFailed',
  413: 'RequestEntityTooLarge',
  414: 'UriTooLong',
  415: 'UnsupportedMediaType',
  422: 'BadArgument',
  429: 'TooManyRequests',
  503: 'serviceNotAvailable',
};

/** Any error as the one that is answered. What nobody foresaw says nothing of the inside (contract page 5.1). */
export function asGraphError(error: unknown): GraphHttpError {
  if (error instanceof GraphHttpError) return error;
  if (error instanceof ODataQueryError) {
    const { code, message, option: target } = error;
    return new BadRequestError(message, { target, details: [{ code, message, target }], cause: error });
  }
  const trouble = databaseTroubleOf(error);
  if (trouble) return troubleAnswer(trouble, error);
  const status = statusOf(error);
  if (status !== undefined && status in CODES) {
    return new GraphHttpError(status, CODES[status] ?? '', messageOf(error), { cause: error });
  }
  return new GraphHttpError(
    500,
    'generalException',
    'Something went wrong in the service. The log has more under the request-id.',
    {
      cause: error,
    },
  );
}

/** The database cannot do what was asked: a caller may try again once an operator, or time, has helped. */
function troubleAnswer(trouble: DatabaseTrouble, cause: unknown): GraphHttpError {
  switch (trouble) {
    case 'diskFull':
      return new GraphHttpError(
        507,
        'insufficientStorage',
        'The disk of the service is full, so nothing was saved. Try again when its operator has made room.',
        { cause },
      );
    case 'unavailable':
      return new GraphHttpError(
        503,
        'serviceNotAvailable',
        'The database of the service does not answer. Try again in a moment.',
        { cause, headers: { 'retry-after': String(RETRY_AFTER_SECONDS) } },
      );
  }
}

/** The envelope of an error. */
export function errorBody(error: GraphHttpError, requestId: string, clientRequestId: string): ODataError {
  return {
    error: {
      code: error.code,
      message: error.message,
      ...(error.target === undefined ? {} : { target: error.target }),
      ...(error.details.length === 0 ? {} : { details: error.details.map((detail) => ({ ...detail })) }),
      innerError: {
        ...error.innerError,
        date: logDate(),
        'request-id': requestId,
        'client-request-id': clientRequestId,
      },
    },
  };
}

/** The status that the framework, Fastify or one of its plugins gave to an error. */
function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  if (!(error instanceof Error) || !('statusCode' in error)) return undefined;
  return typeof error.statusCode === 'number' ? error.statusCode : undefined;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
