import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import type { MetadataLevel } from './content-negotiation';
import { withFullMetadata, withoutMetadata } from './full-metadata';

/** Gives answers of the contract as much control information as the client asked for (contract page 5.3). */
export class MetadataLevelInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { metadataLevel } = context.switchToHttp().getRequest<FastifyRequest>();
    if (metadataLevel === 'minimal') return next.handle();
    return next.handle().pipe(map((answer: unknown) => atLevel(answer, metadataLevel)));
  }
}

function atLevel(answer: unknown, level: Exclude<MetadataLevel, 'minimal'>): unknown {
  if (typeof answer !== 'object' || answer === null) return answer;
  return level === 'none' ? withoutMetadata(answer) : withFullMetadata(answer as Record<string, unknown>);
}
