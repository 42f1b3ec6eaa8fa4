import type { BatchResponseItem } from '@ferry/contracts';
import type { LightMyRequestResponse } from 'fastify';
import { answeredBody } from './item-body';

/** What belongs to a connection, to the framing of a body or to a browser: the answer to the batch has these. */
const OF_THE_BATCH =
  /^(?:access-control-.*|alt-svc|connection|content-encoding|content-length|content-security-policy|cross-origin-.*|date|keep-alive|proxy-.*|referrer-policy|server|strict-transport-security|te|trailer|transfer-encoding|upgrade|vary|x-content-type-options|x-frame-options)$/;

/** Names that are not written with a capital at each beginning; as Graph writes them (contract page 5.6). */
const SPELLINGS: Readonly<Record<string, string>> = {
  'client-request-id': 'client-request-id',
  etag: 'ETag',
  'odata-entityid': 'OData-EntityId',
  'odata-version': 'OData-Version',
  'request-id': 'request-id',
  'www-authenticate': 'WWW-Authenticate',
};

/** An answer as it stands in the answer to a batch. */
export function itemAnswer(id: string, answer: LightMyRequestResponse): BatchResponseItem {
  const body = answeredBody(answer.rawPayload, answer.headers['content-type'] ?? '');
  return {
    id,
    status: answer.statusCode,
    headers: answeredHeaders(answer.headers),
    ...(body === undefined ? {} : { body }),
  };
}

/** Headers of an answer in a batch, spelled as Graph does: the official JavaScript client looks for `Content-Type` only. */
function answeredHeaders(headers: LightMyRequestResponse['headers']): Record<string, string> {
  const kept = Object.entries(headers).filter(([name, value]) => value !== undefined && !OF_THE_BATCH.test(name));
  return Object.fromEntries(kept.map(([name, value]) => [spelled(name), [value].flat().join(', ')]));
}

function spelled(name: string): string {
  return SPELLINGS[name] ?? name.replace(/(?:^|-)[a-z]/g, (beginning) => beginning.toUpperCase());
}
