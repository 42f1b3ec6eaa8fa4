import type { FastifyInstance } from 'fastify';
import { isContractPath } from './contract-path';
import { GraphHttpError } from './graph-http-error';

/** 412: the request was meant for a state that we cannot compare. */
export class PreconditionFailedError extends GraphHttpError {
  constructor() {
    super(412, 'PreconditionFailed', 'This resource has no ETag, so no ETag matches. Leave If-Match out, or send *.', {
      target: 'If-Match',
    });
  }
}

/**
 * Generated clients may send `If-Match` with a deletion (contract page 1.3.5). No answer has an ETag, so only `*` can hold
 * (RFC 9110, section 13.1.1); to go on all the same would overwrite what the client wanted to keep.
 */
export function checkPreconditions(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    const given = request.headers['if-match'];
    done(
      given === undefined || given.trim() === '*' || !isContractPath(request.url)
        ? undefined
        : new PreconditionFailedError(),
    );
  });
}
