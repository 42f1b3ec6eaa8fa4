/**
 * Runs before `npm start`, `npm test` and their like: installs the dependencies when they are missing or older than
 * the lock file. Built-in modules only and nothing newer than Node 20, because it is what installs all the rest.
 */
import { spawnSync } from 'node:child_process';
import { isInstalled, isInstalledByHand, markInstalled } from './install/installed.mjs';
import { root } from './workspace/paths.mjs';

const OLDEST_NODE = 20;

if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
  stop(
    `Ferry needs Node.js ${OLDEST_NODE} or newer to begin with, and this is ${process.version}. ` +
      'Install a newer one from https://nodejs.org; the exact version it runs on then comes with its dependencies.',
  );
}

if (!isInstalled()) {
  if (!isInstalledByHand()) install();
  markInstalled();
}

function install() {
  const started = Date.now();
  console.log('Installing dependencies (about a minute, only when package-lock.json changed) ...');
  const [command, args] = npm();
  const { status, error } = spawnSync(command, [...args, 'ci', '--loglevel=error', '--no-fund', '--no-audit'], {
    cwd: root,
    stdio: 'inherit',
    shell: command === 'npm' && process.platform === 'win32',
  });
  if (error) stop(`npm could not be started: ${error.message}. Is npm on PATH?`);
  if (status !== 0) stop('The dependencies could not be installed; npm says why above. Nothing else was started.');
  console.log(`Dependencies installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

/**
 * The npm that started us, on the Node that runs it. Not `process.execPath`: that may be the Node inside node_modules,
 * which `npm ci` is about to delete.
 */
function npm() {
  const { npm_execpath: cli, npm_node_execpath: node } = process.env;
  return cli?.endsWith('npm-cli.js') && node ? [node, [cli]] : ['npm', []];
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
