import type { FastifyBodyParser, FastifyInstance, FastifyRequest, RequestPayload } from 'fastify';
import { PassThrough } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { BadRequestError, GraphHttpError } from './graph-http-error';

const UNREADABLE =
  'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.';

/** No body of the contract nests deeper than a handful of levels. */
const DEEPEST = 64;

/** The answer to a body that is no JSON object (contract page 5.2). */
export function unreadableBody(cause?: unknown): BadRequestError {
  return new BadRequestError(UNREADABLE, { cause });
}

/**
 * Reads JSON bodies, compressed or not. An empty one is none: clients send the content type even where an action takes
 * no body (contract page 7.1). The limit counts after decompression.
 */
export function readJsonBodies(fastify: FastifyInstance, bodyLimit: number): void {
  // A member named __proto__ is one like any other to the parser; whoever reads the body refuses it by its name.
  const parseJson = fastify.getDefaultJsonParser('ignore', 'ignore');
  const parseBody: FastifyBodyParser<string> = (request, body, done) => {
    if (body.length === 0) {
      done(null, undefined);
      return;
    }
    if (isTooDeep(body)) {
      done(new BadRequestError(`The body is nested deeper than ${DEEPEST} levels.`));
      return;
    }
    void parseJson(request, body, (error, value) => {
      if (error) done(unreadableBody(error));
      else done(null, value);
    });
  };
  fastify.removeContentTypeParser(['application/json', 'text/plain']);
  fastify.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit }, parseBody);
  // Asked for any other type, and for a body without one.
  fastify.addContentTypeParser('*', (request, _payload, done) => {
    done(unsupportedType(request));
  });
  // The framework closes the connection of a body that it did not read to the end, and a client that still sends it then
  // sees a broken pipe in place of the refusal. What is left is taken in and dropped instead, as long as a request may take.
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    if (reply.statusCode === 413 || reply.statusCode === 415) reply.removeHeader('connection');
    done(null, payload);
  });
  fastify.addHook('preParsing', (request, _reply, payload, done) => {
    const encoding = request.headers['content-encoding'];
    if (encoding === undefined || encoding === 'identity') {
      done(null, payload);
    } else if (encoding !== 'gzip') {
      const message = `The content encoding '${encoding}' is not supported. Send gzip, or no encoding.`;
      done(new GraphHttpError(415, 'UnsupportedMediaType', message));
    } else {
      // Both describe the compressed body, and the parser would compare them with what it reads.
      delete request.headers['content-encoding'];
      delete request.headers['content-length'];
      done(null, unpacked(payload));
    }
  });
}

/**
 * Whether a JSON text nests deeper than anybody needs: whoever walks such a value would run out of stack. Brackets inside
 * of strings are passed over.
 */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (inString) {
      if (character === '\\') at += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '[' || character === '{') {
      depth += 1;
      if (depth > DEEPEST) return true;
    } else if (character === ']' || character === '}') depth -= 1;
  }
  return false;
}

/** What a compressed stream holds; one that is damaged ends with the error that is answered. */
function unpacked(payload: RequestPayload): PassThrough {
  const gunzip = createGunzip();
  const plain = new PassThrough();
  gunzip.on('error', (error) => plain.destroy(unreadableBody(error)));
  // Nobody reads the body of a GET, or one that is empty; an error that nobody listens to would end the process.
  plain.on('error', () => undefined);
  payload.on('error', (error: Error) => plain.destroy(error));
  payload.pipe(gunzip).pipe(plain);
  return plain;
}

function unsupportedType(request: FastifyRequest): GraphHttpError {
  const type = request.headers['content-type'];
  if (type === undefined) return unreadableBody();
  return new GraphHttpError(
    415,
    'UnsupportedMediaType',
    `The content type '${type}' is not supported. Send application/json.`,
  );
}
