import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../config/config';
import { graphVersionOf } from './contract-path';

/** The part of a request that links are made from. */
export type LinkedRequest = Pick<FastifyRequest, 'protocol' | 'host' | 'originalUrl'>;

/** Absolute addresses in answers, as the caller reaches us: through `FERRY_PUBLIC_URL`, or as the request came. */
@Injectable()
export class GraphLinks {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Scheme, host and base path, without a trailing slash. */
  origin(request: LinkedRequest): string {
    return this.config.publicUrl ?? `${request.protocol}://${request.host || 'localhost'}`;
  }

  /** Service root of the version that the request asked for, without a trailing slash. */
  root(request: LinkedRequest): string {
    const version = graphVersionOf(pathOf(request));
    return version === null ? this.origin(request) : `${this.origin(request)}/${version}`;
  }

  /** `@odata.context`, for a fragment such as `solutions/migrations/crossTenantMigrationJobs/$entity`. */
  context(request: LinkedRequest, fragment: string): string {
    return `${this.root(request)}/$metadata#${fragment}`;
  }

  /** Address of a thing below the service root, for `Location`. */
  location(request: LinkedRequest, path: string): string {
    return `${this.root(request)}/${path}`;
  }

  /**
   * `@odata.nextLink`: the address of the request with its options, continued by a skip token. Options that only say
   * where to begin are left out. Everything is encoded, because clients read the link as a URI template.
   */
  next(request: LinkedRequest, skipToken: string): string {
    return this.continued(request, '$skiptoken', skipToken, ['$skip', '$skiptoken', 'skip', 'skiptoken']);
  }

  /** The address of the request with one query parameter set anew, and others left out. */
  continued(request: LinkedRequest, parameter: string, value: string, leaveOut: readonly string[]): string {
    const [, query = ''] = /\?(.*)$/s.exec(request.originalUrl) ?? [];
    const dropped = new Set([parameter, ...leaveOut]);
    const kept = [...new URLSearchParams(query)].filter(([name]) => !dropped.has(name.toLowerCase()));
    const options = [...kept, [parameter, value] as const].map(
      ([name, text]) => `${encodeURIComponent(name).replaceAll('%24', '$')}=${encodeURIComponent(text)}`,
    );
    return `${this.origin(request)}${pathOf(request)}?${options.join('&')}`;
  }
}

function pathOf(request: LinkedRequest): string {
  const [path = ''] = request.originalUrl.split('?', 1);
  return path;
}
