/**
 * `npm start`: builds the service and the console if their sources changed, and runs the service in the foreground.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fingerprintSources, isBuiltFrom, markBuiltFrom } from './start/build-stamp.mjs';
import { inWorkspace, root, toolEnvironment } from './workspace/paths.mjs';
import { SERVICE_ENVIRONMENT, SERVICE_NODE_OPTIONS } from './workspace/service-node.mjs';

const env = toolEnvironment();

const fingerprint = fingerprintSources();
if (!isBuiltFrom(fingerprint)) build();
run();

function build() {
  const nx = inWorkspace('node_modules', '.bin', 'nx');
  if (!existsSync(nx)) {
    console.error('The dependencies are not installed yet. Run `npm start`, which installs them first.');
    process.exit(1);
  }
  console.log('Building the service and the console ...');
  const args = ['run-many', '-t', 'build', '-p', 'api,console', '--output-style=static-failures-only'];
  const { status } = spawnSync(nx, args, { cwd: root, env, stdio: 'inherit' });
  if (status !== 0) {
    console.error('The build failed; nothing was started. What is wrong stands above.');
    process.exit(1);
  }
  markBuiltFrom(fingerprint);
}

/** Ends as the service ends: with its exit code, or by the signal that ended it. */
function run() {
  // `node` by name: the one of node_modules is first on PATH, whichever Node runs this file.
  const service = spawn('node', [...SERVICE_NODE_OPTIONS, inWorkspace('dist', 'apps', 'api', 'main.js')], {
    // Compiled code is kept between starts, which saves a tenth of the time to ready.
    env: { NODE_COMPILE_CACHE: inWorkspace('dist', '.compile-cache'), ...SERVICE_ENVIRONMENT, ...env },
    stdio: 'inherit',
  });
  // Ctrl+C reaches the whole process group, a signal sent to this process alone does not: pass both on, and stay until
  // the service has closed its database.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => service.kill(signal));
  service.on('error', (error) => {
    console.error(`The service could not be started: ${error.message}`);
    process.exit(1);
  });
  service.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}
