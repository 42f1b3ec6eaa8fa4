import type { SeedSignIn } from '../../sandbox/sandbox-directory';
import { READ, READ_WRITE } from '../permissions';
import type { AskedScope } from './asked-scope';
import { PERMISSIONS } from './token-claims';

/** The permission that a token for a person holds: no more than they have, and no more than was asked for. */
export function grantedPermission(person: SeedSignIn, { permissions }: AskedScope): string {
  const asksToRead = permissions.length > 0 && !permissions.includes(READ_WRITE);
  return asksToRead ? READ : PERMISSIONS[person.scope];
}

/** The scope of an answer: what was asked for, but for what was not granted (RFC 6749, section 5.1). */
export function grantedScope({ words }: AskedScope, permission: string): string {
  const isRefused = (word: string): boolean => permission === READ && word.endsWith(READ_WRITE);
  const granted = words.map((word) => (isRefused(word) ? word.slice(0, -READ_WRITE.length) + READ : word));
  return [...new Set(granted)].join(' ');
}
