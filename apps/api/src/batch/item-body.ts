const JSON_TYPE = /^\s*application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i;
const TEXT_TYPE = /^\s*text\//i;

/** Whether a content type is JSON or one of its kind. */
export function isJson(contentType: string): boolean {
  return JSON_TYPE.test(contentType);
}

/** Whether a request in a batch has a body. An explicit `null` is none, as scripts write it. */
export function hasBody(body: unknown): boolean {
  return body !== undefined && body !== null;
}

/** What is sent as the body of a request in a batch: JSON where it says so, else the text that it is. */
export function payloadOf(body: unknown, contentType: string): string | undefined {
  if (!hasBody(body)) return undefined;
  return typeof body === 'string' && !isJson(contentType) ? body : JSON.stringify(body);
}

/**
 * A body as it stands in the answer to a batch: JSON as it is, text as a string, anything else as base64url (OData JSON
 * 4.01, section 19); undefined for an empty one.
 */
export function answeredBody(payload: Buffer, contentType: string): unknown {
  if (payload.length === 0) return undefined;
  if (isJson(contentType)) return JSON.parse(payload.toString()) as unknown;
  return payload.toString(TEXT_TYPE.test(contentType) ? 'utf8' : 'base64url');
}
