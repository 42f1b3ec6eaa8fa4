import { spawn } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { atEnd, whileRunning } from './at-end.mjs';
import { CYRUS_ADMINISTRATOR, cyrusConfiguration, cyrusServices } from './cyrus-configuration.mjs';
import { provideCyrus } from './cyrus-package.mjs';
import { greets, hasEnded, mailUser, PASSWORD, stopServer } from './dovecot.mjs';
import { freePort } from './free-port.mjs';
import { answerSaslauthd } from './saslauthd.mjs';

export { CYRUS_ADMINISTRATOR, provideCyrus };

const START_SECONDS = 30;

/**
 * A throw-away Cyrus IMAP server. Any user name may sign in with `PASSWORD`; a mailbox is there once
 * `CYRUS_ADMINISTRATOR` has created `user/<name>`.
 *
 * @typedef {{ host: string, port: number, stop: () => Promise<void> }} Cyrus
 */

/**
 * Starts Cyrus on a free port of the loopback interface, with a configuration of its own.
 *
 * @returns {Promise<Cyrus>}
 * @throws {MissingTool}
 */
export async function startCyrus() {
  const { programs, environment } = await provideCyrus();
  const owner = mailUser();
  const folder = mkdtempSync(join(tmpdir(), 'ferry-cyrus-'));
  const remove = atEnd(() => rmSync(folder, { recursive: true, force: true }));
  chmodSync(folder, 0o755);
  for (const name of ['config', 'config/proc', 'config/lock', 'config/socket', 'mail', 'sasl']) {
    mkdirSync(join(folder, name), { mode: 0o755 });
    chownSync(join(folder, name), owner.uid, owner.gid);
  }
  const port = await freePort();
  const file = join(folder, 'imapd.conf');
  const services = join(folder, 'cyrus.conf');
  writeFileSync(file, cyrusConfiguration({ folder, user: owner.name }));
  writeFileSync(services, cyrusServices({ programs, file, port }));
  const passwords = await answerSaslauthd(join(folder, 'sasl', 'mux'), PASSWORD);
  const env = { ...process.env, ...environment };
  const master = spawn(join(programs, 'master'), ['-C', file, '-M', services, '-p', join(folder, 'master.pid')], {
    cwd: folder,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  master.once('exit', whileRunning(master));
  const stop = atEnd(async () => {
    await stopServer(master);
    await passwords.stop();
  });
  let complaints = '';
  master.stderr.setEncoding('utf8').on('data', (text) => (complaints = `${complaints}${text}`.slice(-4_000)));
  for (const giveUp = Date.now() + START_SECONDS * 1_000; !(await greets(port)); await delay(50)) {
    if (hasEnded(master) || Date.now() > giveUp) {
      throw new Error(`Cyrus did not start within ${START_SECONDS} s:\n${complaints}`);
    }
  }
  return {
    host: '127.0.0.1',
    port,
    stop: async () => {
      await stop();
      await remove();
    },
  };
}
