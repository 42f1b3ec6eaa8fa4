import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { BearerAuthentication } from './auth/bearer-authentication';
import { CallerLimit } from './auth/caller-limit';
import { readTokenForms } from './auth/development-issuer/token-form';
import { gateRequests } from './auth/request-gate';
import { isInProcessPeer } from './batch/in-process-peer';
import { type Config, CONFIG } from './config/config';
import { serveConsole } from './console/console-files';
import { writePagePolicy } from './console/page-policy';
import { AllowedMethods } from './graph/allowed-methods';
import { compressAnswers } from './graph/compression';
import { negotiateContent } from './graph/content-negotiation';
import { answerOtherOrigins } from './graph/cross-origin';
import { asGraphError, errorBody } from './graph/error-answer';
import { compressEventStreams } from './graph/event-stream-compression';
import { acceptConstraint } from './graph/event-stream-route';
import { GraphExceptionFilter } from './graph/graph-exception.filter';
import { checkPreconditions } from './graph/preconditions';
import { readJsonBodies } from './graph/request-body';
import { rewriteUrl } from './graph/rewrite-url';
import { streamBodies } from './graph/streamed-body';
import { answerUnparsable } from './graph/unparsable-request';
import { ValidationPipe } from './graph/validation.pipe';
import { clientRequestIdOf, writeWireHeaders } from './graph/wire-headers';
import { Log } from './logging/log';
import { logRequests } from './logging/request-log';
import { serveDocument } from './openapi/document';

/** Display names have 256 characters, each of which may take twelve when percent-encoded. */
const LONGEST_PARAMETER = 3_072;

/** Where the build puts the console, seen from the bundle of the service. */
const CONSOLE_FOLDER = join(import.meta.dirname, '..', 'console', 'browser');

/** The HTTP server: addresses in any letter case, bent where the contract or the console asks for it. */
export function createAdapter(): FastifyAdapter {
  return new FastifyAdapter({
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    rewriteUrl: (request: IncomingMessage) => rewriteUrl(request),
    frameworkErrors: answerUnroutable,
    clientErrorHandler: answerUnparsable,
    trustProxy: isInProcessPeer,
    routerOptions: {
      caseSensitive: false,
      ignoreTrailingSlash: true,
      maxParamLength: LONGEST_PARAMETER,
      constraints: { accept: acceptConstraint },
    },
  });
}

/** What the router itself refuses, before any route or filter: an address that cannot be decoded, or one too long. */
function answerUnroutable(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const body = errorBody(asGraphError(error), request.id, clientRequestIdOf(request));
  void reply
    .code(error.statusCode ?? 400)
    .type('application/json')
    .send(body);
}

/** Everything between a request and a controller. For an application that was created and not yet initialised. */
export async function setUp(app: NestFastifyApplication): Promise<void> {
  const config = app.get<Config>(CONFIG);
  const log = app.get(Log);
  const fastify = app.getHttpAdapter().getInstance();
  const allowedMethods = AllowedMethods.notedFrom(fastify);
  logRequests(fastify, log);
  writeWireHeaders(fastify, config);
  answerOtherOrigins(fastify, allowedMethods);
  gateRequests(fastify, app.get(BearerAuthentication), app.get(CallerLimit));
  negotiateContent(fastify);
  checkPreconditions(fastify);
  await compressAnswers(fastify);
  compressEventStreams(fastify);
  writePagePolicy(fastify, config, CONSOLE_FOLDER);
  readJsonBodies(fastify, config.bodyLimit);
  streamBodies(fastify);
  if (config.authIssuer === null) readTokenForms(fastify);
  serveConsole(fastify, CONSOLE_FOLDER);
  app.useGlobalPipes(new ValidationPipe());
  app.useGlobalFilters(new GraphExceptionFilter(log, allowedMethods));
  serveDocument(app);
}
