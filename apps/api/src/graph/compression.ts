import fastifyCompress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';
import { constants } from 'node:zlib';

/** Below this size, in bytes, a packet is sent all the same. */
const THRESHOLD = 1_024;
/** Strong enough for JSON, and several times quicker than the default, which is meant for files. */
const BROTLI_QUALITY = 4;

/** Compresses answers for clients that accept it. Streams of events are not among them: `event-stream-compression.ts`. */
export async function compressAnswers(fastify: FastifyInstance): Promise<void> {
  await fastify.register(fastifyCompress, {
    globalDecompression: false,
    threshold: THRESHOLD,
    encodings: ['br', 'gzip', 'deflate'],
    customTypes: /^(?:application\/(?:json|xml|javascript)|text\/(?!event-stream))/i,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } },
  });
}
