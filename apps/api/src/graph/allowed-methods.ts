import type { FastifyInstance } from 'fastify';
import { isContractPath } from './contract-path';
import { BadRequestError, GraphHttpError, NotFoundError } from './graph-http-error';

/** The routes that exist, so that a request which none of them takes can be told why. */
export class AllowedMethods {
  private readonly methods = new Map<string, { readonly pattern: RegExp; readonly names: Set<string> }>();

  /** Takes note of every route that is registered from now on. */
  static notedFrom(fastify: FastifyInstance): AllowedMethods {
    const allowed = new AllowedMethods();
    fastify.addHook('onRoute', ({ url, method }) => allowed.add(url, [method].flat()));
    return allowed;
  }

  /** The methods that a routed address has, sorted; none where there is no such address. */
  of(url: string): readonly string[] {
    const [path = ''] = url.split('?', 1);
    const names = [...this.methods.values()]
      .filter(({ pattern }) => pattern.test(path))
      .flatMap((route) => [...route.names]);
    // Answered for all of the contract in one place (cross-origin.ts), not by a route.
    if (names.length > 0 && isContractPath(path)) names.push('OPTIONS');
    return [...new Set(names)].sort();
  }

  /** The error for a routed address that no handler takes: 405 if it exists for other methods, else 404. */
  errorFor(method: string, url: string): GraphHttpError {
    const [path = ''] = url.split('?', 1);
    const names = this.of(path);
    if (names.length > 0 && !names.includes(method)) {
      const message = 'Specified HTTP method is not allowed for the request target.';
      return new GraphHttpError(405, 'Request_BadRequest', message, { headers: { allow: names.join(', ') } });
    }
    if (/\/[a-z]+\([^/]*$/i.test(path)) return new BadRequestError(`The key in '${path}' is not valid.`);
    return new NotFoundError(`There is nothing at '${path}'.`);
  }

  private add(url: string, names: readonly string[]): void {
    // The console's fallback takes every address and says nothing about methods.
    if (url.includes('*')) return;
    const source = url.replace(/[.$()+?[\]{}|\\^]/g, '\\$&').replace(/:\w+/g, '[^/]+');
    const route = this.methods.get(url) ?? { pattern: new RegExp(`^${source}/?$`, 'i'), names: new Set<string>() };
    for (const name of names) route.names.add(name);
    this.methods.set(url, route);
  }
}
