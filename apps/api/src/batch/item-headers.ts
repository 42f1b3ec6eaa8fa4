import { validateHeaderName, validateHeaderValue } from 'node:http';
import type { GraphErrorDetail } from '../graph/graph-http-error';

/** What belongs to a connection, to the framing of a body or to a proxy: the batch has these, its requests have none. */
const OF_THE_BATCH =
  /^(?:accept-encoding|connection|content-length|expect|forwarded|host|http2-settings|keep-alive|origin|proxy-.*|te|trailer|transfer-encoding|upgrade|via|x-forwarded-.*)$/;

/** What is wrong with the headers of a request in a batch; `target` is where they stand, such as `requests[0].headers`. */
export function headerFaults(headers: Readonly<Record<string, unknown>>, target: string): GraphErrorDetail[] {
  const seen = new Set<string>();
  return Object.entries(headers).flatMap(([name, value]) => {
    const fault = seen.has(name.toLowerCase()) ? doubled(name) : headerFault(name, value);
    seen.add(name.toLowerCase());
    return fault === undefined ? [] : [{ ...fault, target: `${target}.${name}` }];
  });
}

function doubled(name: string): GraphErrorDetail {
  return { code: 'duplicateHeader', message: `The header '${name}' is given twice; letter case makes no difference.` };
}

function headerFault(name: string, value: unknown): GraphErrorDetail | undefined {
  if (name.toLowerCase() === 'authorization') {
    const message =
      'The Authorization header of the batch holds for each of its requests, which must not bring their own.';
    return { code: 'authorizationNotAllowed', message };
  }
  if (typeof value !== 'string') {
    const message = `Property ${name} in payload has a value that does not match schema. A header must be a string.`;
    return { code: 'schemaMismatch', message };
  }
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    return undefined;
  } catch {
    return { code: 'invalidHeader', message: `'${name}' with this value is no header (RFC 9110, section 5).` };
  }
}

/** The headers that a request in a batch is sent with, by lower-case name; those of the batch itself are left out. */
export function itemHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  return Object.fromEntries(named.filter(([name]) => !OF_THE_BATCH.test(name)));
}
