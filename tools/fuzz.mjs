/**
 * `npm run fuzz`: random query strings and random bodies against the built service, which may answer anything but a fault
 * of its own. Options: `--queries 1000000 --bodies 10000 --seed 1 --database pglite|postgres`. What is found once is found
 * again with the same seed.
 */
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { buildAll } from './bench/builds.mjs';
import { pglite, postgres } from './bench/service/databases.mjs';
import { startService } from './bench/service/service.mjs';
import { attack } from './fuzz/attack.mjs';
import { BODIES, bodyText } from './fuzz/bodies.mjs';
import { Chance } from './fuzz/chance.mjs';
import { queryString } from './fuzz/query-strings.mjs';
import { cleanUpAll, cleanUpOnSignals } from './test/at-end.mjs';

const JOBS = '/solutions/migrations/crossTenantMigrationJobs';
const PERSON = '22222222-0000-4000-8000-000000000001';
const { values } = parseArgs({
  options: {
    queries: { type: 'string', default: '20000' },
    bodies: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    database: { type: 'string', default: 'pglite' },
  },
});

cleanUpOnSignals();
await buildAll();
const database = await (values.database === 'postgres' ? postgres : pglite)();
const place = await database.place();
place.env = { ...place.env, FERRY_THROTTLE_REQUESTS: '0', LOG_LEVEL: 'fatal' };
const service = await startService(place);
const authorization = `Bearer ${await service.token()}`;
const chance = new Chance(Number(values.seed));
let failed = 0;
try {
  const job = await createJob();
  await run('query strings', Number(values.queries), () => question(job));
  await run('bodies', Number(values.bodies), () => statement(job));
} finally {
  await service.stop();
  await place.remove();
  await database.close();
  await cleanUpAll();
}
process.exitCode = failed > 0 ? 1 : 0;

async function run(name, count, next) {
  const started = performance.now();
  const { statuses, faults } = await attack(service.address, count, next);
  const seen = [...statuses].sort(([one], [other]) => one - other).map(([status, times]) => `${status}: ${times}`);
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(
    `${name}, seed ${values.seed}, ${database.name}: ${seen.join(', ')}; ${faults.length} faults; ${seconds} s`,
  );
  for (const fault of faults) console.error(fault);
  failed += faults.length;
}

/** A reading request: most of them for a list of jobs. */
function question(job) {
  const version = chance.of(['/beta', '/v1.0', '', '/BETA']);
  const address = chance.of([
    ...Array(6).fill(JOBS),
    ...[`${JOBS}/${job}`, `${JOBS}('${job}')`, `${JOBS}(displayName='fuzz')`, `${JOBS}/$count`, `${JOBS}/%24count`],
    ...[
      `${JOBS}/${job}/users`,
      `${JOBS}/${job}/users`,
      `${JOBS}/${job}/users/$count`,
      `${JOBS}/${job}/users/${PERSON}`,
    ],
    '/solutions/migrations',
  ]);
  const method = chance.is(0.98) ? 'GET' : chance.of(['HEAD', 'OPTIONS']);
  return { method, path: `${version}${address}?${queryString(chance)}`, headers: { authorization } };
}

/** A changing request with a body, in one of the ways in which clients send it. */
function statement(job) {
  const kind = chance.of([...Array(5).fill('create'), ...Object.keys(BODIES)]);
  const [method, path] = {
    create: ['POST', chance.is(0.8) ? JOBS : `${JOBS}/validate`],
    update: ['PATCH', `${JOBS}/${job}`],
    person: [chance.of(['POST', 'POST', 'PATCH']), `${JOBS}/${job}/users${chance.is(0.7) ? '' : `/${PERSON}`}`],
    nothing: ['POST', `${JOBS}/${job}/${chance.of(['validate', 'migrate', 'users/x/cancel'])}`],
    batch: ['POST', '/$batch'],
  }[kind];
  const text = bodyText(chance, kind);
  const zipped = chance.is(0.1);
  const type = chance.is(0.95)
    ? 'application/json'
    : chance.of(['text/plain', 'application/json;charset=utf-16', 'x', '']);
  const headers = { authorization, 'content-type': type, ...(zipped ? { 'content-encoding': 'gzip' } : {}) };
  return { method, path: `/v1.0${path}`, headers, body: zipped && chance.is(0.9) ? gzipSync(text) : text };
}

async function createJob() {
  const answer = await fetch(`${service.address}/v1.0${JOBS}`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ ...BODIES.create(chance), displayName: 'fuzz' }),
  });
  const { id } = await answer.json();
  return id;
}
