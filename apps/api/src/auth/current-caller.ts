import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Caller } from './caller';
import type { Access } from './permissions';

/** A request after the guard. */
export interface AuthenticatedRequest extends FastifyRequest {
  caller?: Caller;
}

/** Metadata key: what a handler needs, or `public`. */
export const NEEDS = Symbol('needs');

/** What {@link NEEDS} may say. */
export type Needs = Access | 'public';

/** Tells the API document about a public handler; the document itself does not keep it. */
export const PUBLIC_OPERATION = 'x-public';

/** Opens a handler, or all of a controller, to callers without a token. */
export const Public = () =>
  applyDecorators(SetMetadata<symbol, Needs>(NEEDS, 'public'), ApiExtension(PUBLIC_OPERATION, true));

/** Asks for the permission to change things; without it a handler asks for the permission to read. */
export const RequireWrite = () => SetMetadata<symbol, Needs>(NEEDS, 'write');

/** Injects the {@link Caller} into a handler that is not public. */
export const CurrentCaller = createParamDecorator((_data: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<AuthenticatedRequest>();
  if (caller === undefined) throw new Error('A public handler has no caller.');
  return caller;
});
