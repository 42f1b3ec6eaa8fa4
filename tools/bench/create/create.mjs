import { inWorkspace } from '../../workspace/paths.mjs';
import { inTurns } from '../measure/figures.mjs';
import { comparison } from '../measure/result.mjs';
import { Connection } from '../service/connection.mjs';
import { onEachDatabase } from '../service/databases.mjs';
import { freePort } from '../service/ports.mjs';
import { startProcess } from '../service/process.mjs';
import { startService } from '../service/service.mjs';
import { jobBody } from './job-body.mjs';
import { requestsPerSecond } from './load.mjs';

const GOAL = 0.6;
const CONNECTIONS = 8;
const BASELINE = inWorkspace('tools', 'bench', 'create', 'baseline-server.mjs');

/** Jobs created a second, against a plain server that writes the same rows. */
export const create = ({ quick }) => onEachDatabase((database) => measure(database, quick));

async function measure(database, quick) {
  const places = [await database.place(), await database.place()];
  const service = await startService(places[0]);
  const baseline = await startBaseline(places[1]);
  const authorization = `Bearer ${await service.token()}`;
  const toService = new Connection(service.address, { connections: CONNECTIONS, headers: { authorization } });
  const toBaseline = new Connection(baseline.address, { connections: CONNECTIONS, headers: { authorization } });
  // Many short rounds: what disturbs one of a pair and not the other is then an outlier of the median.
  const [rounds, seconds] = quick ? [1, 1] : [25, 0.5];
  const load = (connection) =>
    requestsPerSecond(connection, '/beta/solutions/migrations/crossTenantMigrationJobs', {
      body: jobBody,
      expected: 201,
      seconds,
    });
  try {
    // The first requests are for the compiler of either process.
    for (const connection of [toBaseline, toService]) await load(connection);
    const pairs = await inTurns(rounds, { subject: () => load(toService), baseline: () => load(toBaseline) });
    const details = { measure: 'requests a second', connections: CONNECTIONS };
    return comparison({ name: `create-${database.name}`, goal: GOAL, better: 'higher', details }, pairs);
  } finally {
    for (const connection of [toService, toBaseline]) connection.close();
    await Promise.all([service.stop(), baseline.stop()]);
    for (const place of places) await place.remove();
  }
}

async function startBaseline(place) {
  await place.fill([]);
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const env = { ...place.env, PORT: String(port) };
  return { ...(await startProcess([BASELINE], { env, ready: address })), address };
}
