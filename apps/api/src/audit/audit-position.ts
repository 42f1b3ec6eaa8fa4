import { BadRequestError } from '../graph/graph-http-error';
import type { AuditPosition } from './audit.repository';

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;

/** The text that asks for the page behind an entry; opaque to clients. */
export function encodePosition({ at, id }: AuditPosition): string {
  return Buffer.from(JSON.stringify([at, id])).toString('base64url');
}

/** Reads what {@link encodePosition} wrote; anything else is refused with 400. */
export function decodePosition(token: string): AuditPosition {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
    if (Array.isArray(parsed) && parsed.length === 2) {
      const [at, id] = parsed as unknown[];
      const isMoment = typeof at === 'string' && MOMENT.test(at) && !Number.isNaN(Date.parse(at));
      if (isMoment && typeof id === 'number' && Number.isSafeInteger(id)) return { at, id };
    }
  } catch {
    // Falls through: whatever it is, we did not write it.
  }
  throw new BadRequestError('skiptoken is not one that this service gave out. Begin at the first page.', {
    target: 'skiptoken',
  });
}
