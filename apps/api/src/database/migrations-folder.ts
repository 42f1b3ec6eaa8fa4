import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Where the SQL migrations lie: beside the bundle in production, in the project when specs run the sources. Looks
 * upwards from the entry script, because a bundle and a source file are not equally deep.
 */
export function migrationsFolder(from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    for (const candidate of [join(folder, 'migrations'), join(folder, 'apps/api/migrations')]) {
      if (existsSync(join(candidate, 'meta/_journal.json'))) return candidate;
    }
    if (dirname(folder) === folder) throw new Error('The SQL migrations were not found beside the service.');
  }
}
