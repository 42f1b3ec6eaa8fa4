import { type CallHandler, type ExecutionContext, type NestInterceptor, UseInterceptors } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { badRequestOf } from './body-fault';
import { abbreviated } from './body-place';
import { mustBeObject } from './read-body';

/**
 * Says that an operation takes nothing from a body. Clients may send none, or an empty object (contract page 7.1); what a
 * client believes to have said is refused, and not passed over.
 */
export const NoParameters = (): MethodDecorator => UseInterceptors(new NoParametersInterceptor());

class NoParametersInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { body } = context.switchToHttp().getRequest<FastifyRequest>();
    if (body === undefined) return next.handle();
    mustBeObject(body);
    const names = Object.keys(body).filter((name) => !name.startsWith('@odata.'));
    if (names.length > 0) throw badRequestOf(names.map(unknownParameter));
    return next.handle();
  }
}

function unknownParameter(name: string): { code: string; message: string; target: string } {
  const target = abbreviated(name);
  const message = `The operation takes no parameters. Leave '${target}' out of the body.`;
  return { code: 'unknownParameter', message, target };
}
