import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AccessDeniedError } from './auth-errors';
import { BearerAuthentication } from './bearer-authentication';
import type { Caller } from './caller';
import { type AuthenticatedRequest, type Needs, NEEDS } from './current-caller';
import type { Access } from './permissions';

/**
 * Lets a request through when its caller may do what the handler does. Who calls is known from the gate before
 * (`request-gate.ts`); where a request came another way, it is found out here.
 */
@Injectable()
export class CallerGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(BearerAuthentication) private readonly authentication: BearerAuthentication,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const needs =
      this.reflector.getAllAndOverride<Needs | undefined>(NEEDS, [context.getHandler(), context.getClass()]) ?? 'read';
    if (needs === 'public') return true;
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const known = request.caller ?? this.authentication.known(request);
    if (known !== undefined) return admit(request, known, needs);
    return this.authentication.verify(request).then((caller) => admit(request, caller, needs));
  }
}

function admit(request: AuthenticatedRequest, caller: Caller, access: Access): boolean {
  if (!(access === 'write' ? caller.canWrite : caller.canRead)) throw new AccessDeniedError(caller, access);
  request.caller = caller;
  return true;
}
