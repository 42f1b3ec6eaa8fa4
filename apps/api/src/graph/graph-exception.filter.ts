import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { reasonOf } from '../database/database-trouble';
import type { Log } from '../logging/log';
import type { AllowedMethods } from './allowed-methods';
import { asGraphError, errorBody } from './error-answer';
import { GraphHttpError } from './graph-http-error';
import { clientRequestIdOf } from './wire-headers';

/** The one place where an error becomes an answer: Graph's envelope, for the contract and our own surface alike. */
@Catch()
export class GraphExceptionFilter implements ExceptionFilter {
  constructor(
    private readonly log: Log,
    private readonly allowedMethods: AllowedMethods,
  ) {}

  catch(exception: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const unrouted = request.is404 && !(exception instanceof GraphHttpError);
    const error = unrouted ? this.allowedMethods.errorFor(request.method, request.url) : asGraphError(exception);
    if (error.status >= 500) this.report(request, error);
    if (reply.sent || reply.raw.headersSent) return void reply.raw.destroy();
    void reply
      .code(error.status)
      .headers({ ...error.headers, 'content-type': 'application/json' })
      .send(errorBody(error, request.id, clientRequestIdOf(request)));
  }

  private report(request: FastifyRequest, error: Error): void {
    const cause = error.cause instanceof Error ? error.cause : error;
    this.log.error('request failed', { requestId: request.id, error: reasonOf(cause), stack: stackOf(cause) });
  }
}

/** Where it happened. The first lines are its message, which may hold content where a statement failed. */
function stackOf({ message, stack }: Error): string | undefined {
  return stack?.replace(message, '');
}
