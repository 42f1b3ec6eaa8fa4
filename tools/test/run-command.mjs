import { spawn } from 'node:child_process';
import { root, toolEnvironment } from '../workspace/paths.mjs';
import { whileRunning } from './at-end.mjs';

/**
 * Runs a command of the workspace and returns when it has ended, whatever its outcome.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, quiet?: boolean }} options quiet: only keep the output, do not show it
 * @returns {Promise<{ ok: boolean, stdout: string, output: string }>} `output` is both streams in order
 */
export function runCommand(command, args, { env = {}, quiet = false } = {}) {
  const colour = process.stdout.isTTY && !quiet ? { FORCE_COLOR: '1' } : {};
  const child = spawn(command, args, {
    cwd: root,
    env: toolEnvironment({ ...colour, ...env }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = whileRunning(child);
  let stdout = '';
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text;
    output += text;
    if (!quiet) process.stdout.write(text);
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    output += text;
    if (!quiet) process.stderr.write(text);
  });
  return new Promise((resolve) => {
    child.on('error', (error) => {
      ended();
      resolve({ ok: false, stdout, output: `${output}${command} could not be started: ${error.message}\n` });
    });
    child.on('close', (code) => {
      ended();
      resolve({ ok: code === 0, stdout, output });
    });
  });
}
