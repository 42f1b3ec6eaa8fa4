import type { FastifyInstance } from 'fastify';
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { constants, createGzip } from 'node:zlib';
import { wantsEventStream } from './event-stream-route';

const GZIP = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i;
const EVENT_STREAM = /^text\/event-stream\b/i;

/**
 * Compresses streams of events for clients that accept it. What compresses answers gathers a while before it sends, so that an
 * event would wait for the next one; here each event is sent at once. The first message about a job of 2,000 people has
 * 3.8 MB, and 0.1 MB when it travels.
 */
export function compressEventStreams(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', ({ headers }, { raw }, done) => {
    if (wantsEventStream(headers.accept) && GZIP.test(String(headers['accept-encoding']))) compressIfStream(raw);
    done();
  });
}

/** Nest writes a stream to the response itself, past all hooks; only the head says that there is one. */
function compressIfStream(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response);
  const writeOwnHead = (status: number, headers: OutgoingHttpHeaders = {}) => {
    if (!isEventStream(headers)) return writeHead(status, headers);
    compress(response);
    return writeHead(status, { ...headers, 'content-encoding': 'gzip' });
  };
  response.writeHead = writeOwnHead as typeof response.writeHead;
}

function isEventStream(headers: OutgoingHttpHeaders): boolean {
  const [, type] = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type') ?? [];
  return EVENT_STREAM.test(String(type));
}

function compress(response: ServerResponse): void {
  const gzip = createGzip();
  const write = response.write.bind(response);
  const end = response.end.bind(response);
  gzip.on('data', (chunk: Buffer) => {
    if (!write(chunk)) gzip.pause();
  });
  gzip.on('drain', () => response.emit('drain'));
  gzip.on('end', () => end());
  response.on('drain', () => gzip.resume());
  response.on('close', () => gzip.destroy());
  response.write = (event: string | Uint8Array) => {
    if (gzip.destroyed) return false;
    const more = gzip.write(event);
    gzip.flush(constants.Z_SYNC_FLUSH);
    return more;
  };
  response.end = () => {
    gzip.end();
    return response;
  };
}
