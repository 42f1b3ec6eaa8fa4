/**
 * `npm run conformance -- --base-url URL`: builds the suite if its sources changed and runs it. With `--ca FILE` its Node
 * starts with that authority, because only then the official clients trust it, too.
 */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { runCommand } from './test/run-command.mjs';
import { inWorkspace, toolEnvironment } from './workspace/paths.mjs';

const args = process.argv.slice(2);
const authority = valueOf('--ca');
// npm starts us in the root of the workspace; a path is meant from where the caller stands.
const place = process.env.INIT_CWD ?? process.cwd();

const { ok, output } = await runCommand('nx', ['build', 'conformance'], { quiet: true });
if (!ok) {
  console.error(output);
  process.exit(1);
}

const suite = spawn('node', ['--enable-source-maps', inWorkspace('dist', 'apps', 'conformance', 'main.js'), ...args], {
  stdio: 'inherit',
  env: toolEnvironment(authority === undefined ? {} : { NODE_EXTRA_CA_CERTS: resolve(place, authority) }),
});
// The suite stays until it has removed what it created, and we with it. Ctrl+C reaches it without us.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => suite.kill('SIGTERM'));
suite.on('exit', (code) => process.exit(code ?? 1));

/** @returns {string | undefined} what stands behind an option, with a blank or an equals sign between */
function valueOf(option) {
  const at = args.findIndex((arg) => arg === option || arg.startsWith(`${option}=`));
  return at === -1 ? undefined : args[at] === option ? args[at + 1] : args[at].slice(option.length + 1);
}
