import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inWorkspace } from '../workspace/paths.mjs';
import { installPackage } from './apt.mjs';
import { MissingTool } from './report.mjs';

const PACKAGES = ['cyrus-common', 'cyrus-imapd'];
/** Where the packages are unpacked, for this run and the next ones. */
const UNPACKED = inWorkspace('tmp', 'cyrus');

/**
 * Where the programs of Cyrus are. Debian's packages of Cyrus and Dovecot do not go together on one machine, so those of
 * Cyrus are unpacked into a folder; the libraries that they need are installed as usual.
 *
 * @returns {Promise<{ programs: string, environment: Record<string, string> }>}
 * @throws {MissingTool}
 */
export async function provideCyrus() {
  if (process.getuid?.() !== 0) throw new MissingTool('Cyrus: it serves mail only when it is started as root.');
  if (!existsSync(UNPACKED)) await unpack();
  const libraries = join(UNPACKED, 'usr', 'lib');
  const own = readdirSync(libraries).map((name) => join(libraries, name));
  return {
    programs: join(libraries, 'cyrus', 'bin'),
    environment: { LD_LIBRARY_PATH: own.join(':') },
  };
}

async function unpack() {
  const parent = inWorkspace('tmp');
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, 'cyrus-'));
  try {
    const libraries = librariesOf(PACKAGES);
    const reason = libraries.length > 0 ? await installPackage(...libraries) : undefined;
    if (reason) throw new MissingTool(`Cyrus: its libraries: ${reason}.`);
    execFileSync('apt-get', ['download', '-qq', ...PACKAGES], { cwd: folder, stdio: 'ignore' });
    for (const name of readdirSync(folder)) {
      if (name.endsWith('.deb')) execFileSync('dpkg-deb', ['-x', name, 'root'], { cwd: folder });
    }
    renameSync(join(folder, 'root'), UNPACKED);
  } catch (error) {
    if (error instanceof MissingTool) throw error;
    throw new MissingTool(`Cyrus: its packages could not be unpacked: ${error.message}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The libraries that packages depend on and that are not installed. */
function librariesOf(names) {
  const depends = execFileSync('apt-cache', ['depends', '-i', ...names], { encoding: 'utf8' });
  const libraries = [...depends.matchAll(/Depends: (lib[\w.+-]+)/g)].map(([, name]) => name);
  return [...new Set(libraries)].filter((name) => !isInstalled(name));
}

function isInstalled(name) {
  try {
    const status = execFileSync('dpkg-query', ['-W', '-f', '${Status}', name], { encoding: 'utf8', stdio: 'pipe' });
    return status.endsWith(' installed');
  } catch {
    return false;
  }
}
