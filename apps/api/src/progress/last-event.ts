import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { PageNumberPipe } from '../graph/page-number.pipe';

const HEADER = new PageNumberPipe('Last-Event-ID', Number.MAX_SAFE_INTEGER, 0);

/**
 * The number that a client which comes back read last, from the header that event sources send (HTML standard, section
 * 9.2.4); undefined where there is none.
 */
export const LastEvent = createParamDecorator((_: unknown, context: ExecutionContext): number | undefined => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['last-event-id'];
  return HEADER.transform(header === '' ? undefined : header?.toString());
});
