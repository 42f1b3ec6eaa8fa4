import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

/** Error codes of the endpoints (RFC 6749, sections 4.1.2.1 and 5.2; RFC 8707, section 2). */
export type OAuthErrorCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_grant'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'unsupported_response_type'
  | 'invalid_scope'
  | 'invalid_target'
  | 'access_denied';

/** A refusal of the token endpoint, in OAuth's form. */
export class OAuthError extends Error {
  constructor(
    readonly code: OAuthErrorCode,
    message: string,
    /** Whether the client tried the Basic scheme, and so must be told that it may (RFC 6749, section 5.2). */
    readonly triedBasic = false,
  ) {
    super(message);
    this.name = 'OAuthError';
  }
}

/** Answers with `error` and `error_description`. */
@Catch(OAuthError)
export class OAuthErrorFilter implements ExceptionFilter<OAuthError> {
  catch(error: OAuthError, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (error.triedBasic) void reply.header('www-authenticate', 'Basic realm="ferry"');
    void reply
      .code(error.code === 'invalid_client' ? 401 : 400)
      .headers({ 'cache-control': 'no-store', pragma: 'no-cache' })
      .send({ error: error.code, error_description: error.message });
  }
}
