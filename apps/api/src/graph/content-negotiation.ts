import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isContractPath } from './contract-path';
import { GraphHttpError } from './graph-http-error';
import { covers, type MediaRange, mediaRangesOf } from './media-ranges';

/** How much control information an answer carries (OData JSON 4.01, section 3.1). */
export type MetadataLevel = 'none' | 'minimal' | 'full';

const LEVELS: readonly MetadataLevel[] = ['none', 'minimal', 'full'];
const JSON_TYPE = 'application/json';
/** What an address answers with beside JSON: errors are JSON everywhere. */
const OTHER_TYPES: readonly (readonly [RegExp, string, readonly string[]])[] = [
  [/\/\$count\/?$/i, 'text/plain', [JSON_TYPE]],
  [/^\/\$metadata\/?$/i, 'application/xml', []],
];

declare module 'fastify' {
  interface FastifyRequest {
    /** What the client asked for; `minimal` without a word about it. */
    metadataLevel: MetadataLevel;
  }
}

/** 406: nothing that the client accepts can be answered here. */
export class NotAcceptableError extends GraphHttpError {
  constructor(accept: string, offered: string) {
    super(406, 'NotAcceptable', `The media type '${accept}' cannot be answered here. Accept ${offered}.`);
  }
}

/** Says of each request of the contract how it is to be answered, and refuses what cannot be (contract page 5.3). */
export function negotiateContent(fastify: FastifyInstance): void {
  fastify.decorateRequest('metadataLevel', 'minimal');
  fastify.addHook('onRequest', (request, reply, done) => {
    if (isContractPath(request.url)) {
      const { accept } = request.headers;
      if (accept !== undefined && request.method !== 'OPTIONS') request.metadataLevel = levelFor(request, accept);
      reply.header('content-type', jsonTypeOf(request));
    }
    done();
  });
}

/** The content type of a JSON answer of the contract. */
function jsonTypeOf({ metadataLevel }: Pick<FastifyRequest, 'metadataLevel'>): string {
  return `${JSON_TYPE};odata.metadata=${metadataLevel};odata.streaming=true;IEEE754Compatible=false;charset=utf-8`;
}

function levelFor({ url }: FastifyRequest, accept: string): MetadataLevel {
  const [path = ''] = url.split('?', 1);
  const ranges = mediaRangesOf(accept);
  const other = OTHER_TYPES.find(([pattern]) => pattern.test(path));
  if (other) {
    const [, type, also] = other;
    if (ranges.some((range) => [type, ...also].some((candidate) => covers(range, candidate)))) return 'minimal';
    throw new NotAcceptableError(accept, type);
  }
  for (const range of ranges) {
    const level = covers(range, JSON_TYPE) ? levelOf(range) : undefined;
    if (level) return level;
  }
  throw new NotAcceptableError(accept, `${JSON_TYPE}, with odata.metadata none, minimal or full`);
}

/** The level that a range asks for; undefined for one that OData does not have. `odata.` may be left out (4.01). */
function levelOf({ parameters }: MediaRange): MetadataLevel | undefined {
  const asked = parameters.get('odata.metadata') ?? parameters.get('metadata') ?? 'minimal';
  return LEVELS.find((level) => level === asked);
}
