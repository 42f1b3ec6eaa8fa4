import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { BadRequestError, GraphHttpError } from './graph-http-error';

const STREAM = 'application/x-ferry-stream';

interface StreamedRoute {
  readonly streamedTypes?: readonly string[];
}

/** A body that is read as it comes. */
export interface StreamedBody {
  /** Media type without parameters, in small letters. */
  readonly type: string;
  readonly content: Readable;
}

/** Hands a handler the body as it comes, of one of some media types; the limit for bodies does not hold for it. */
export function AcceptStream(...streamedTypes: readonly string[]): MethodDecorator {
  return RouteConfig({ streamedTypes } satisfies StreamedRoute);
}

/** The body of a request to a handler with {@link AcceptStream}. @throws BadRequestError when there is none */
export function streamedBodyOf(request: FastifyRequest): StreamedBody {
  const body = request.body as StreamedBody | undefined;
  if (body === undefined) throw new BadRequestError('There is no body.');
  return body;
}

/**
 * Lets bodies through to the handlers that read them as they come. They are told apart from all others by the route, not
 * by their media type: JSON is read as a whole everywhere else.
 */
export function streamBodies(fastify: FastifyInstance): void {
  fastify.addHook('preParsing', (request, _reply, payload, done) => {
    const accepted = typesOf(request);
    if (accepted.length === 0) {
      done(null, payload);
      return;
    }
    const type = essenceOf(request);
    if (!accepted.includes(type)) {
      done(unsupported(type, accepted));
      return;
    }
    request.headers['content-type'] = `${STREAM}; type="${type}"`;
    done(null, payload);
  });
  fastify.addContentTypeParser(STREAM, (request, payload, done) => {
    const accepted = typesOf(request);
    if (accepted.length === 0) done(unsupported(STREAM, ['application/json']));
    else
      done(null, { type: /type="([^"]*)"/.exec(request.headers['content-type'] ?? '')?.[1] ?? '', content: payload });
  });
}

function typesOf({ routeOptions }: FastifyRequest): readonly string[] {
  return (routeOptions.config as StreamedRoute | undefined)?.streamedTypes ?? [];
}

function essenceOf({ headers }: FastifyRequest): string {
  const [essence = ''] = (headers['content-type'] ?? '').split(';', 1);
  return essence.trim().toLowerCase();
}

function unsupported(type: string, accepted: readonly string[]): GraphHttpError {
  const message = `The content type '${type}' is not supported. Send ${accepted.join(' or ')}.`;
  return new GraphHttpError(415, 'UnsupportedMediaType', message);
}
