import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { errorBody } from './error-answer';
import { GraphHttpError } from './graph-http-error';

/** What the parser of Node found, by its code; anything else is no HTTP. */
const FOUND: Readonly<Record<string, GraphHttpError>> = {
  HPE_HEADER_OVERFLOW: new GraphHttpError(
    431,
    'RequestHeaderFieldsTooLarge',
    'The headers of the request are too large. Send a shorter token or fewer headers.',
  ),
  ERR_HTTP_REQUEST_TIMEOUT: new GraphHttpError(
    408,
    'RequestTimeout',
    'The request did not arrive in time. Send it again.',
  ),
};
const NO_HTTP = new GraphHttpError(400, 'BadRequest', 'The request is not valid HTTP.');

/** Answers what never became a request, in the form of every other error (contract page 5.1), and hangs up. */
export function answerUnparsable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const found = FOUND[error.code ?? ''] ?? NO_HTTP;
  const requestId = randomUUID();
  const body = JSON.stringify(errorBody(found, requestId, requestId));
  const head = [
    `HTTP/1.1 ${found.status} ${STATUS_CODES[found.status] ?? ''}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'connection: close',
    `request-id: ${requestId}`,
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
