import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { readListQuery } from './list-query';

/** Query options belong to reading (contract page 5.4); with a change they are refused by name, and not passed over. */
export class ChangeOptionsInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { method, originalUrl } = context.switchToHttp().getRequest<FastifyRequest>();
    if (method !== 'GET' && method !== 'HEAD') readListQuery(originalUrl, []);
    return next.handle();
  }
}
