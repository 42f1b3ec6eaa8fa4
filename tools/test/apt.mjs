import { execFileSync } from 'node:child_process';
import { runCommand } from './run-command.mjs';

/**
 * Installs Debian packages if this machine and this user may.
 *
 * @param {...string} names
 * @returns {Promise<string | undefined>} why they could not be installed; undefined when they were
 */
export async function installPackage(...names) {
  const name = names.join(' ');
  if (!works('apt-get', ['--version'])) return 'not installed, and there is no apt-get here';
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && !works('sudo', ['-n', 'true']))
    return `not installed, and only root may run "apt-get install ${name}"`;
  const apt = (args) =>
    isRoot
      ? runCommand('apt-get', args, { env: { DEBIAN_FRONTEND: 'noninteractive' }, quiet: true })
      : runCommand('sudo', ['-n', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args], { quiet: true });
  console.log(`Installing ${name} ...`);
  await apt(['update', '-qq']);
  const { ok, output } = await apt(['install', '-y', '-qq', '--no-install-recommends', ...names]);
  return ok ? undefined : `"apt-get install ${name}" failed: ${output.trim().split('\n').at(-1)}`;
}

function works(command, args) {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
