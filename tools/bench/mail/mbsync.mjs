import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installPackage } from '../../test/apt.mjs';
import { PASSWORD } from '../../test/dovecot.mjs';
import { onPath } from '../../test/executables.mjs';
import { MissingTool } from '../../test/report.mjs';
import { runCommand } from '../../test/run-command.mjs';

/**
 * @returns {Promise<string>} the program, which is installed when it is missing and may be
 * @throws {MissingTool}
 */
export async function provideMbsync() {
  const found = onPath('mbsync');
  if (found) return found;
  const reason = await installPackage('isync');
  const installed = onPath('mbsync');
  if (!installed) throw new MissingTool(`mbsync: ${reason ?? 'the package isync brought no such program'}.`);
  return installed;
}

/**
 * Copies a mailbox with a sync state of its own, so that nothing of an earlier round is known.
 *
 * @param {string} program
 * @param {import('../../test/dovecot.mjs').Dovecot} server
 * @param {{ from: string, to: string }} users
 * @returns {Promise<number>} seconds
 */
export async function copyWithMbsync(program, server, { from, to }) {
  const folder = join(server.folder, `mbsync-${to}`);
  mkdirSync(join(folder, 'state'), { recursive: true });
  const file = join(folder, 'mbsyncrc');
  writeFileSync(file, configuration(server, { from, to, state: join(folder, 'state') }), { mode: 0o600 });
  const started = performance.now();
  const { ok, output } = await runCommand(program, ['-c', file, '-q', 'all'], { quiet: true });
  const seconds = (performance.now() - started) / 1000;
  if (!ok) throw new Error(`mbsync failed:\n${output}`);
  return seconds;
}

/**
 * Dates are copied, as Ferry does. Nothing waits for a disk: neither does the ledger of the other side, which is in
 * memory, nor Dovecot. Commands are pipelined without a limit, which is the default.
 */
const configuration = ({ host, port }, { from, to, state }) => `
FSync no
${accountAndStore('source', { host, port, user: from })}
${accountAndStore('target', { host, port, user: to })}
Channel all
Far :source:
Near :target:
Patterns *
Create Near
Sync Pull
CopyArrivalDate yes
SyncState ${state}/
`;

const accountAndStore = (name, { host, port, user }) => `
IMAPAccount ${name}
Host ${host}
Port ${port}
User ${user}
Pass ${PASSWORD}
SSLType None
AuthMechs LOGIN

IMAPStore ${name}
Account ${name}
`;
