import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { tellApplied } from './preference-applied';
import { preferencesOf } from './preferences';

/** What the answer to a creation or an action is, when the client has no use for a body. */
const LEFT_OUT: readonly number[] = [200, 201];

/**
 * Follows the preferences that concern every operation of the contract alike: no body after a change
 * (`return=minimal`: OData 4.01 part 1, section 8.2.8.7), and enumeration members of the future by their names, of which
 * there are none yet (contract page 5.5).
 */
export class PreferenceInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const { prefer } = request.headers;
    if (prefer === undefined) return next.handle();
    const reply = http.getResponse<FastifyReply>();
    const preferences = preferencesOf(prefer);
    if (preferences.includeUnknownEnumMembers) tellApplied(reply, 'include-unknown-enum-members');
    const isChange = request.method === 'POST' || request.method === 'PATCH';
    if (!isChange || preferences.return !== 'minimal') return next.handle();
    return next.handle().pipe(map((answer: unknown) => withoutBody(reply, answer)));
  }
}

function withoutBody(reply: FastifyReply, answer: unknown): unknown {
  if (answer !== undefined && !LEFT_OUT.includes(reply.statusCode)) return answer;
  tellApplied(reply, 'return=minimal');
  const location = reply.getHeader('location');
  if (location !== undefined) reply.header('odata-entityid', location);
  reply.code(204);
  return undefined;
}
