import { BadRequestError } from '../graph/graph-http-error';
import { isGuid, isStorable } from '../jobs/job-key';
import type { PersonPosition } from './people.repository';

/** The text that asks for the page behind a person; opaque to clients. */
export function encodePosition({ displayName, id }: PersonPosition): string {
  return Buffer.from(JSON.stringify([displayName, id])).toString('base64url');
}

/** Reads what {@link encodePosition} wrote; anything else is refused with 400. */
export function decodePosition(token: string): PersonPosition {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
    if (Array.isArray(parsed) && parsed.length === 2) {
      const [displayName, id] = parsed as unknown[];
      if (typeof displayName === 'string' && typeof id === 'string' && isStorable(displayName) && isGuid(id)) {
        return { displayName, id };
      }
    }
  } catch {
    // Falls through: whatever it is, we did not write it.
  }
  throw new BadRequestError('skiptoken is not one that this service gave out. Begin at the first page.', {
    target: 'skiptoken',
  });
}
