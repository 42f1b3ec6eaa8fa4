import { rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { PASSWORD, startDovecot } from '../../test/dovecot.mjs';
import { MissingTool } from '../../test/report.mjs';

/** `/tmp` is in memory on many machines; `/var/tmp` has to outlast a restart. */
const PARENTS = { disk: '/var/tmp', tmpfs: '/dev/shm' };

/** @typedef {keyof typeof PARENTS} Medium */

/**
 * A throw-away Dovecot that keeps its mail on a medium.
 *
 * @param {Medium} medium
 * @param {number} bytes that must be free
 * @throws {MissingTool}
 */
export async function startMailServer(medium, bytes) {
  const parent = PARENTS[medium];
  const { bavail, bsize } = statfsSync(parent);
  if (bavail * bsize < bytes)
    throw new MissingTool(`mail on ${medium}: ${parent} has less than ${bytes / 1e6} MB free.`);
  return startDovecot({ parent });
}

/** How a user is reached, without TLS. @returns {import('./imap-store').ImapConnection} */
export const connectionOf = ({ host, port }, user) => ({
  ...{ host, port, security: 'none' },
  auth: { kind: 'password', user, password: PASSWORD },
});

/**
 * Asks the server itself whether everything has arrived, then throws the mailbox away, so that no round leaves the next one
 * less room.
 *
 * @param {import('../../test/dovecot.mjs').Dovecot} server
 * @param {string} user
 * @param {{ messages: number, bytes: number, addsHeaders?: boolean }} expected `addsHeaders`: there may be more bytes
 * @throws when a message or a byte is missing, or there are too many
 */
export function checkAndRemove(server, user, { messages, bytes, addsHeaders = false }) {
  const answer = server.doveadm('-f', 'tab', 'mailbox', 'status', '-t', '-u', user, 'messages vsize', '*');
  const [arrived, size] = answer.trim().split('\n').at(-1).split('\t').map(Number);
  if (arrived !== messages || (addsHeaders ? size < bytes : size !== bytes))
    throw new Error(`${user} has ${arrived} messages of ${size} bytes, not ${messages} of ${bytes}.`);
  rmSync(join(server.folder, 'mail', user), { recursive: true, force: true });
}
