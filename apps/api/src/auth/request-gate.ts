import type { FastifyInstance } from 'fastify';
import { isContractPath } from '../graph/contract-path';
import type { BearerAuthentication } from './bearer-authentication';
import type { CallerLimit } from './caller-limit';
import { type AuthenticatedRequest, isPublicRoute } from './current-caller';

/** Addresses that belong to callers: the contract, whatever else is asked of its versions, and our own surface. */
const isCallersPath = (path: string): boolean => isContractPath(path) || /^\/(?:api|beta|v1\.0)(?:\/|$)/i.test(path);

/**
 * Finds out who calls, and whether not too often, before anything of a request is read: whoever has no token learns
 * nothing about addresses and bodies, and cannot make us read them. What the caller may do is up to the guard.
 */
export function gateRequests(fastify: FastifyInstance, authentication: BearerAuthentication, limit: CallerLimit): void {
  fastify.addHook('onRequest', async (request: AuthenticatedRequest) => {
    const [path = ''] = request.url.split('?', 1);
    if (!isCallersPath(path) || isPublicRoute(request) || request.method === 'OPTIONS') return;
    let caller = authentication.known(request);
    if (caller === undefined) {
      await limit.countAddress(request.ip);
      caller = await authentication.verify(request);
    }
    await limit.countCaller(caller);
    request.caller = caller;
  });
}
