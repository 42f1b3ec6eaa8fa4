import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { whileRunning } from '../test/at-end.mjs';
import { root, toolEnvironment } from '../workspace/paths.mjs';
import { compileCache, crashProcess } from './bundle.mjs';

/** A process that has given no sign of life for so long is stuck; how long it takes in all depends on the machine. */
const STUCK_MS = 180_000;
const KEPT_LOG = 4_000;

/**
 * @typedef {object} Told what the processes of a plan left behind
 * @property {{ point: string, journey: string | null }[]} points passed at all
 * @property {{ point: string, journey: string | null, pass: number, total: number }[]} kills in order
 * @property {number} passed points of the last process, without its start
 * @property {Record<string, any>} outcomes by journey
 * @property {string[]} problems
 * @property {number} starts
 */

/**
 * Starts the process of a plan again and again, until its journeys are at their end.
 *
 * @param {import('./place.mjs').Place} place
 * @param {{ journeys: string[], kills: object, stops?: boolean, settings?: Record<string, string> }} plan
 * @returns {Promise<Told>}
 */
export async function runPlan(place, plan) {
  const journal = join(place.folder, 'journal.jsonl');
  const file = join(place.folder, 'plan.json');
  writeFileSync(
    file,
    JSON.stringify({ stops: false, ...plan, settings: { ...place.settings, ...plan.settings }, journal }),
  );
  for (let starts = 1; ; starts += 1) {
    const { code, signal, log, stuck } = await runProcess(file);
    const entries = read(journal);
    const last = entries.findLast(({ kind }) => kind === 'killed')?.point ?? 'the start';
    if (stuck) return told(entries, starts, [`stuck after it was killed at "${last}"\n${log}`]);
    if (signal === 'SIGKILL') continue;
    if (code !== 0) return told(entries, starts, [`ended with ${code} after it was killed at "${last}"\n${log}`]);
    if (entries.at(-1)?.kind === 'finished') return told(entries, starts, []);
  }
}

async function runProcess(planFile) {
  const child = spawn('node', [crashProcess, planFile], {
    cwd: root,
    env: toolEnvironment({ NODE_OPTIONS: '', NODE_COMPILE_CACHE: compileCache, DATABASE_URL: undefined }),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  child.once('exit', whileRunning(child));
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => (log = `${log}${text}`.slice(-KEPT_LOG)));
  }
  let stuck = false;
  const timer = setTimeout(() => {
    stuck = true;
    child.kill('SIGKILL');
  }, STUCK_MS);
  child.on('message', () => timer.refresh());
  const [code, signal] = await once(child, 'close');
  clearTimeout(timer);
  return { code, signal, log, stuck };
}

function read(journal) {
  if (!existsSync(journal)) return [];
  return readFileSync(journal, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

function told(entries, starts, problems) {
  const of = (kind) => entries.filter((entry) => entry.kind === kind);
  const outcomes = Object.fromEntries(of('outcome').map(({ journey, outcome }) => [journey, outcome]));
  return {
    points: of('point'),
    kills: of('killed'),
    passed: entries.at(-1)?.passed ?? 0,
    outcomes,
    starts,
    problems: [
      ...problems,
      ...of('problem').map(({ problem, after }) => (after ? `killed at "${after}": ${problem}` : problem)),
      ...Object.entries(outcomes).flatMap(([journey, outcome]) =>
        outcome.problems.map((text) => `${journey}: ${text}`),
      ),
    ],
  };
}
