import { type ListQuery, ODataQueryError, parseListQuery } from '@ferry/odata';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { graphVersionOf } from './contract-path';
import { tellApplied } from './preference-applied';
import { preferencesOf } from './preferences';

/** Objects of a page when nobody asks for another number (contract page 1.3.1). */
const DEFAULT_PAGE = 20;
const LARGEST_PAGE = 999;

/** An option of a list that this service understands. */
export type SupportedOption = keyof ListQuery;

/**
 * Reads the query options of a request. Without `$` they count under /beta only, as at Graph. What is not supported here
 * is refused by name, never ignored. Throws `ODataQueryError`.
 */
export function readListQuery(originalUrl: string, supported: readonly SupportedOption[]): ListQuery {
  const [path = '', query = ''] = originalUrl.split(/\?(.*)/s, 2);
  const parsed = parseListQuery(new URLSearchParams(query), { dollarOptional: graphVersionOf(path) === 'beta' });
  for (const option of Object.keys(parsed) as SupportedOption[]) {
    if (supported.includes(option)) continue;
    throw new ODataQueryError('unsupportedOption', `$${option}`, 0, `$${option} is not supported here. Leave it out.`);
  }
  if (parsed.top !== undefined && (parsed.top < 1 || parsed.top > LARGEST_PAGE)) {
    throw new ODataQueryError('literalOutOfRange', '$top', 0, `Invalid $top: ask for 1 to ${LARGEST_PAGE} objects.`);
  }
  return parsed;
}

/**
 * How many objects the page of an answer has: as many as `$top` says, or 20. A client may prefer fewer (OData 4.01 part 1,
 * section 8.2.8.5), and is told that it gets them.
 */
export function pageSizeOf({ top = DEFAULT_PAGE }: ListQuery, request: FastifyRequest, reply: FastifyReply): number {
  const { maxPageSize } = preferencesOf(request.headers['prefer']);
  if (maxPageSize === undefined || maxPageSize >= top) return top;
  tellApplied(reply, `odata.maxpagesize=${maxPageSize}`);
  return maxPageSize;
}
