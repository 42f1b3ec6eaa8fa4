import { Injectable, type PipeTransform } from '@nestjs/common';

/** How a caller names a job: by name alone, or by a text that is an id if such a job exists and else a name (OPEN-20). */
export type EntityKey =
  { readonly by: 'displayName'; readonly value: string } | { readonly by: 'idOrDisplayName'; readonly value: string };

/** Begins a path segment that came from `(displayName='..')`. No name can hold it: PostgreSQL stores no NUL. */
const NAME_MARK = '\u0000';

/** The path segment, percent-encoded, that stands for a key. */
export function segmentOfKey(key: EntityKey): string {
  return encodeURIComponent(key.by === 'displayName' ? NAME_MARK + key.value : key.value);
}

/** The key that a decoded path segment stands for. */
export function keyOfSegment(segment: string): EntityKey {
  return segment.startsWith(NAME_MARK)
    ? { by: 'displayName', value: segment.slice(NAME_MARK.length) }
    : { by: 'idOrDisplayName', value: segment };
}

/** Reads a key parameter of a contract route: `@Param('job', EntityKeyPipe) key: EntityKey`. */
@Injectable()
export class EntityKeyPipe implements PipeTransform<string, EntityKey> {
  transform(segment: string): EntityKey {
    return keyOfSegment(segment);
  }
}
