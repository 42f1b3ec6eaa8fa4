import { execFileSync } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { rounded } from '../measure/figures.mjs';
import { budget } from '../measure/result.mjs';
import { onEachDatabase } from '../service/databases.mjs';
import { startService } from '../service/service.mjs';

const GOALS = { pglite: 500, postgres: 300 };
/** What `ps` counts in. */
const BYTES_PER_KIBIBYTE = 1024;

/** Megabytes that the service holds when nobody has used it yet: after its very first start, and after another one. */
export const memory = ({ quick }) =>
  onEachDatabase(async (database) => {
    const place = await database.place();
    const firstStart = await idleMegabytes(place, quick);
    const laterStart = await idleMegabytes(place, quick);
    await place.remove();
    const details = { laterStart: rounded(laterStart) };
    return budget({ name: `memory-${database.name}`, goal: GOALS[database.name], unit: 'MB', details }, [firstStart]);
  });

async function idleMegabytes(place, quick) {
  const service = await startService(place);
  try {
    await delay(quick ? 1_000 : 10_000);
    return residentMegabytes(service.pid);
  } finally {
    await service.stop();
  }
}

function residentMegabytes(pid) {
  const kibibytes = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }));
  return (kibibytes * BYTES_PER_KIBIBYTE) / 1e6;
}
