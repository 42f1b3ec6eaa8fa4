import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { installPackage } from './apt.mjs';
import { atEnd, whileRunning } from './at-end.mjs';
import { dovecotConfiguration, MASTER } from './dovecot-configuration.mjs';
import { isExecutable, onPath } from './executables.mjs';
import { freePort } from './free-port.mjs';
import { MissingTool } from './report.mjs';

const START_SECONDS = 20;
/** What every user signs in with. */
export const PASSWORD = 'let-me-in';
export { MASTER };

/**
 * A throw-away mail server. Any user name may sign in with `PASSWORD`; a mailbox is made at the first sign-in. `port`
 * speaks plain IMAP and STARTTLS, `tlsPort` TLS from the first byte with a certificate of `ca` for the name `localhost`.
 * `halt` breaks every connection, and `start` brings the server back with what it holds, at the same ports.
 *
 * @typedef {{
 *   host: string, port: number, tlsPort: number, ca: string, folder: string,
 *   halt: () => Promise<void>, start: () => Promise<void>, stop: () => Promise<void>,
 *   doveadm: (...args: string[]) => string,
 * }} Dovecot
 */

/**
 * Starts Dovecot on free ports of the loopback interface, with a configuration of its own.
 *
 * @param {{ parent?: string, separator?: '/' | '.', prefix?: string, quota?: string, settings?: string,
 *   namespace?: string }} [options]
 *   the folder to keep its data in, the delimiter and the prefix of its folders, the quota of each user (such as `10M`),
 *   more lines of its configuration, and more lines of its personal namespace
 * @returns {Promise<Dovecot>}
 * @throws {MissingTool}
 */
export async function startDovecot({ parent = tmpdir(), ...options } = {}) {
  const program = await provideDovecot();
  const owner = mailUser();
  const folder = mkdtempSync(join(parent, 'ferry-dovecot-'));
  const remove = atEnd(() => rmSync(folder, { recursive: true, force: true }));
  chmodSync(folder, 0o755);
  for (const name of ['run', 'mail', 'state']) mkdirSync(join(folder, name), { mode: 0o755 });
  chownSync(join(folder, 'mail'), owner.uid, owner.gid);
  makeCertificate(folder);
  const [port, tlsPort] = [await freePort(), await freePort()];
  const file = join(folder, 'dovecot.conf');
  writeFileSync(file, dovecotConfiguration({ folder, port, tlsPort, owner, password: PASSWORD, ...options }));
  writeFileSync(join(folder, 'master-users'), `${MASTER.user}:{PLAIN}${MASTER.password}\n`, { mode: 0o644 });

  /** @type {import('node:child_process').ChildProcess | undefined} */
  let server;
  const halt = () => stopServer(server);
  const start = async () => {
    if (server && !hasEnded(server)) return;
    server = spawn(program, ['-F', '-c', file], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
    server.once('exit', whileRunning(server));
    await ready(server, port, join(folder, 'dovecot.log'));
  };
  const stop = atEnd(halt);
  await start();
  return {
    host: '127.0.0.1',
    port,
    tlsPort,
    ca: readFileSync(join(folder, 'ca.pem'), 'utf8'),
    folder,
    halt,
    start,
    stop: async () => {
      await stop();
      await remove();
    },
    doveadm: (...args) => execFileSync('doveadm', ['-c', file, ...args], { encoding: 'utf8' }),
  };
}

/**
 * @returns {Promise<string>} the program, which is installed when it is missing and may be
 * @throws {MissingTool}
 */
export async function provideDovecot() {
  if (process.getuid?.() !== 0) throw new MissingTool('Dovecot: it signs users in only when it is started as root.');
  const found = findDovecot();
  if (found) return found;
  const reason = await installPackage('dovecot-imapd');
  const installed = findDovecot();
  if (!installed) throw new MissingTool(`Dovecot: ${reason ?? 'the package brought no server'}.`);
  return installed;
}

const findDovecot = () => ['/usr/sbin/dovecot', onPath('dovecot') ?? ''].find(isExecutable);

/** Nobody serves mail as root: this user owns what a server holds. */
export function mailUser() {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const user = users.find(([name]) => name === 'mail') ?? users.find(([name]) => name === 'nobody');
  if (!user) throw new MissingTool('Mail servers: there is no user whom its mail could belong to.');
  return { name: user[0], uid: Number(user[2]), gid: Number(user[3]) };
}

/** A certificate authority of our own, and what it says about `localhost`. */
function makeCertificate(folder) {
  const openssl = (...args) => execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  openssl('req', '-x509', ...key, '-keyout', 'ca.key', '-out', 'ca.pem', '-days', '30', '-subj', '/CN=Ferry test');
  openssl('req', ...key, '-keyout', 'tls.key', '-out', 'tls.csr', '-subj', '/CN=localhost');
  writeFileSync(join(folder, 'tls.ext'), 'subjectAltName=DNS:localhost\n');
  openssl(
    ...['x509', '-req', '-in', 'tls.csr', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial'],
    ...['-out', 'tls.pem', '-days', '30', '-extfile', 'tls.ext'],
  );
}

/** Waits until the server greets. */
async function ready(server, port, log) {
  let complaints = '';
  server.stderr.setEncoding('utf8').on('data', (text) => (complaints = `${complaints}${text}`.slice(-4000)));
  for (const giveUp = Date.now() + START_SECONDS * 1000; Date.now() < giveUp; await delay(50)) {
    if (hasEnded(server)) break;
    if (await greets(port)) return;
  }
  throw new Error(`Dovecot did not start within ${START_SECONDS} s:\n${complaints}\n${lastWords(log)}`);
}

export async function greets(port) {
  const socket = createConnection({ port, host: '127.0.0.1' });
  try {
    const [greeting] = await once(socket, 'data');
    return String(greeting).startsWith('* OK');
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

function lastWords(log) {
  try {
    return readFileSync(log, 'utf8').slice(-4000);
  } catch {
    return '';
  }
}

export const hasEnded = (server) => server.exitCode !== null || server.signalCode !== null;

export async function stopServer(server) {
  if (!server || hasEnded(server)) return;
  const exited = once(server, 'exit');
  server.kill('SIGTERM');
  await exited;
}
