import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Another living process works on the data folder. Two processes on one embedded database lose each other's rows. */
export class DataFolderInUseError extends Error {
  readonly code = 'dataFolderInUse';

  constructor(
    readonly folder: string,
    readonly pid: number,
  ) {
    super(
      `The data folder ${folder} is in use by process ${pid}. Stop that process, or set FERRY_DATA_DIR to another folder, ` +
        'or set DATABASE_URL to share a PostgreSQL server.',
    );
    this.name = 'DataFolderInUseError';
  }
}

interface Owner {
  readonly pid: number;
  /** When the process began, so that a pid which was given to another process later is not taken for the owner. */
  readonly startTime: string | null;
}

/** Start time of a process in clock ticks since boot (proc(5), field 22); null where there is no /proc. */
function startTimeOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

function isAlive(owner: Owner): boolean {
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return owner.startTime === null || startTimeOf(owner.pid) === owner.startTime;
}

async function readOwner(file: string): Promise<Owner | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Owner;
  } catch {
    return null;
  }
}

/** Folders that this very process holds: a second database on the same folder is refused within a process, too. */
const held = new Set<string>();

/**
 * Takes the data folder for this process and answers the function that gives it back. A lock of a dead process is taken
 * over. Throws {@link DataFolderInUseError}.
 */
export async function lockDataFolder(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'owner.pid');
  if (held.has(file)) throw new DataFolderInUseError(folder, process.pid);
  const owner: Owner = { pid: process.pid, startTime: startTimeOf(process.pid) };
  for (;;) {
    try {
      const handle = await open(file, 'wx', 0o600);
      await handle.writeFile(JSON.stringify(owner));
      await handle.close();
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const other = await readOwner(file);
    if (other && other.pid !== process.pid && isAlive(other)) throw new DataFolderInUseError(folder, other.pid);
    await rm(file, { force: true });
  }
  held.add(file);
  return async () => {
    held.delete(file);
    await rm(file, { force: true });
  };
}
