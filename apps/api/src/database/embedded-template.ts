import { cp, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Name of the prepared, empty database that the build puts beside the service. */
export const TEMPLATE_FOLDER = 'pgdata-template';

/**
 * Gives a data folder its database by copying the prepared one, which takes a tenth of the time that PostgreSQL needs to
 * make one. The copy gets its name only when it is complete, so a process that dies meanwhile leaves nothing behind
 * that looks like a database. Does nothing when there is a database, or no template (as in specs).
 */
export async function fillFromTemplate(pgdata: string, migrationsFolder: string): Promise<void> {
  const template = join(migrationsFolder, '..', TEMPLATE_FOLDER);
  if ((await exists(pgdata)) || !(await exists(template))) return;
  const part = `${pgdata}.part`;
  await rm(part, { recursive: true, force: true });
  await cp(template, part, { recursive: true });
  await rename(part, pgdata);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
