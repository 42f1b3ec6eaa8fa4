import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { installPackage } from './apt.mjs';
import { atEnd, whileRunning } from './at-end.mjs';
import { isExecutable, onPath } from './executables.mjs';
import { freePort } from './free-port.mjs';
import { MissingTool } from './report.mjs';

const START_SECONDS = 30;
/** Durability off: the data lives as long as the run. Many connections: each spec file opens its own pools. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
};

/**
 * A throw-away server. `url` may create databases. It can be taken away and brought back, with what it holds, at the same
 * address: `halt` breaks every connection, and `start` waits until it answers again; it does nothing while it runs.
 *
 * @typedef {{ url: string, halt: () => Promise<void>, start: () => Promise<void>, stop: () => Promise<void> }} Postgres
 */

/**
 * Starts a throw-away PostgreSQL server on a free port of the loopback interface.
 *
 * @param {{ parent?: string, settings?: Record<string, string> }} [options] the folder to keep its data in, and more
 *   settings of the server
 * @returns {Promise<Postgres>}
 * @throws {MissingTool}
 */
export async function startPostgres({ parent = tmpdir(), settings = {} } = {}) {
  const bin = await providePostgres();
  // Not below the workspace: its folder may be closed to the unprivileged user that the server runs as.
  const folder = mkdtempSync(join(parent, 'ferry-postgres-'));
  const remove = atEnd(() => rmSync(folder, { recursive: true, force: true }));
  const identity = unprivileged(folder);
  const data = join(folder, 'data');
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'ferry', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'],
    { cwd: folder, ...identity, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const port = await freePort();
  const args = Object.entries({ ...SETTINGS, ...settings, port }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let server;
  const halt = () => stopServer(server);
  const start = async () => {
    if (server && !hasEnded(server)) return;
    server = spawn(join(bin, 'postgres'), ['-D', data, ...args], {
      cwd: folder,
      ...identity,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    server.once('exit', whileRunning(server));
    await ready(server, join(bin, 'pg_isready'), port);
  };
  const stop = atEnd(halt);
  await start();
  return {
    url: `postgresql://ferry@127.0.0.1:${port}/postgres`,
    halt,
    start,
    stop: async () => {
      await stop();
      await remove();
    },
  };
}

/** Whether there is a server to start, or one could be installed. */
export async function hasPostgres() {
  try {
    await providePostgres();
    return true;
  } catch (error) {
    if (error instanceof MissingTool) return false;
    throw error;
  }
}

async function providePostgres() {
  const found = findPostgres();
  if (found) return found;
  const reason = await installPackage('postgresql');
  const installed = findPostgres();
  if (!installed) throw new MissingTool(`PostgreSQL server: ${reason ?? 'the package brought no server'}.`);
  return installed;
}

/** Debian keeps the server's programs off PATH, one folder per major version: the newest wins. */
function findPostgres() {
  const versions = listFolder('/usr/lib/postgresql').sort((a, b) => Number(b) - Number(a));
  const onPathInitdb = onPath('initdb');
  const folders = [
    ...versions.map((version) => `/usr/lib/postgresql/${version}/bin`),
    ...(onPathInitdb ? [dirname(onPathInitdb)] : []),
  ];
  return folders.find((folder) =>
    ['initdb', 'postgres', 'pg_isready'].every((name) => isExecutable(join(folder, name))),
  );
}

function listFolder(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** PostgreSQL refuses to run as root: root lends the folder to the user of the package, or to nobody. */
function unprivileged(folder) {
  if (process.getuid?.() !== 0) return {};
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  if (!user) throw new MissingTool('PostgreSQL server: it refuses to run as root, and there is no other user.');
  const [uid, gid] = [Number(user[2]), Number(user[3])];
  chownSync(folder, uid, gid);
  return { uid, gid };
}

async function ready(server, pgIsReady, port) {
  let log = '';
  server.stderr.setEncoding('utf8').on('data', (text) => (log = `${log}${text}`.slice(-4000)));
  for (const giveUp = Date.now() + START_SECONDS * 1000; Date.now() < giveUp; await delay(50)) {
    if (server.exitCode !== null) break;
    try {
      execFileSync(pgIsReady, ['-h', '127.0.0.1', '-p', String(port), '-q']);
      return;
    } catch {
      // Not yet; it says so by its exit code.
    }
  }
  throw new Error(`The PostgreSQL server did not start within ${START_SECONDS} s:\n${log}`);
}

const hasEnded = (server) => server.exitCode !== null || server.signalCode !== null;

/** "Fast": closes the connections that specs may have left, and does not wait for them. */
async function stopServer(server) {
  if (!server || hasEnded(server)) return;
  const exited = once(server, 'exit');
  server.kill('SIGINT');
  await exited;
}
