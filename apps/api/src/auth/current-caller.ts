import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
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

const PUBLIC_ROUTE = { public: true } as const;

/** Opens a handler, or all of a controller, to callers without a token. */
export const Public = () =>
  applyDecorators(
    SetMetadata<symbol, Needs>(NEEDS, 'public'),
    ApiExtension(PUBLIC_OPERATION, true),
    markRoutes(RouteConfig(PUBLIC_ROUTE)),
  );

/** Whether a request was routed to a handler that is public. */
export function isPublicRoute({ routeOptions }: FastifyRequest): boolean {
  return (routeOptions.config as Partial<typeof PUBLIC_ROUTE> | undefined)?.public === true;
}

/** A decorator of handlers that, on a controller, is one of all its handlers. */
function markRoutes(mark: MethodDecorator): ClassDecorator & MethodDecorator {
  return (target: object, key?: string | symbol, descriptor?: PropertyDescriptor): void => {
    if (key !== undefined && descriptor !== undefined) {
      mark(target, key, descriptor);
      return;
    }
    const { prototype } = target as { prototype: object };
    for (const [name, handler] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      if (name !== 'constructor') mark(prototype, name, handler);
    }
  };
}

/** Tells the API document about a handler that changes things; the document says it in words. */
export const WRITE_OPERATION = 'x-write';

/** Asks for the permission to change things; without it a handler asks for the permission to read. */
export const RequireWrite = () =>
  applyDecorators(SetMetadata<symbol, Needs>(NEEDS, 'write'), ApiExtension(WRITE_OPERATION, true));

/** Injects the {@link Caller} into a handler that is not public. */
export const CurrentCaller = createParamDecorator((_data: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<AuthenticatedRequest>();
  if (caller === undefined) throw new Error('A public handler has no caller.');
  return caller;
});
