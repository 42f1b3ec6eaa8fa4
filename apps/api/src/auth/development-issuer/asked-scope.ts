import type { WordList } from '../../config/setting';
import { isLoopback } from '../../config/loopback';
import { READ, READ_WRITE } from '../permissions';
import { OAuthError } from './oauth-error';

/** What a client wants a token for. */
export interface AskedScope {
  /** The audience of the token. */
  readonly audience: string;
  /** The permissions that are named; none when everything is wanted that the caller has. */
  readonly permissions: readonly string[];
  /** The words of the request, as they were. */
  readonly words: readonly string[];
}

/** Asks for every permission that was given beforehand, as Entra writes it. */
const EVERYTHING = '.default';

/** Official credentials ask for Graph, whichever server their client is pointed at. */
const GRAPH = 'https://graph.microsoft.com';

/** What concerns the person and the session (OpenID Connect Core, sections 3.1.2.1, 5.4 and 11). */
const OPENID_SCOPES = ['openid', 'profile', 'email', 'offline_access'];

/**
 * Reads `scope` (RFC 6749, section 3.3, in Entra's form `<audience>/<permission>`) and `resource` (RFC 8707, and
 * version 1 of Entra's endpoints) of a request; both may be empty.
 *
 * @param audiences of this service; the first is meant when none is named
 * @throws OAuthError `invalid_scope`, `invalid_target` for anything that is not this service
 */
export function readAskedScope(scope: string, resource: string, audiences: WordList): AskedScope {
  const words = scope.split(' ').filter((word) => word !== '');
  const named = words.filter((word) => !OPENID_SCOPES.includes(word)).map((word) => readWord(word, audiences));
  const targets = named.map(({ audience }) => audience);
  if (resource !== '') {
    const audience = audienceNamed(resource, audiences);
    if (audience === undefined) throw new OAuthError('invalid_target', `There is no resource '${resource}' here.`);
    targets.push(audience);
  }
  const [audience = audiences[0], ...others] = new Set(targets);
  if (others.length > 0) throw new OAuthError('invalid_scope', 'A token is for one audience: ask for one at a time.');
  const permissions = named.map(({ permission }) => permission).filter((permission) => permission !== EVERYTHING);
  return { audience, permissions, words };
}

/**
 * Reads the scope of an application, which can only be everything that it has, or nothing.
 *
 * @throws OAuthError as {@link readAskedScope}
 */
export function readApplicationScope(scope: string, resource: string, audiences: WordList): AskedScope {
  const asked = readAskedScope(scope, resource, audiences);
  const isPlain = asked.words.length <= 1 && asked.words.every((word) => word.endsWith(EVERYTHING));
  if (isPlain) return asked;
  throw new OAuthError('invalid_scope', `An application asks for one scope, '${audiences[0]}/${EVERYTHING}'.`);
}

function readWord(word: string, audiences: WordList): { audience: string; permission: string } {
  const slash = word.lastIndexOf('/');
  const permission = word.slice(slash + 1);
  const audience = slash === -1 ? audiences[0] : audienceNamed(word.slice(0, slash), audiences);
  if (audience === undefined || ![EVERYTHING, READ, READ_WRITE].includes(permission)) {
    throw new OAuthError('invalid_scope', `There is no scope '${word}' here.`);
  }
  return { audience, permission };
}

/** Our own addresses are names of ours, too: some credentials ask for the host that they are about to call. */
function audienceNamed(resource: string, audiences: WordList): string | undefined {
  const name = resource.replace(/\/$/, '');
  const audience = audiences.find((candidate) => candidate.replace(/\/$/, '') === name);
  if (audience !== undefined) return audience;
  const isOurs = name === GRAPH || (URL.canParse(name) && isLoopback(new URL(name).hostname));
  return isOurs ? audiences[0] : undefined;
}
