import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * The text of a file that is made once and kept, readable by its owner alone. Of processes that begin together one
 * makes it, and all read the same.
 */
export async function keepOnce(file: string, make: () => Promise<string>): Promise<string> {
  const kept = await readKept(file);
  if (kept !== undefined) return kept;
  const draft = await writeDraft(file, await make());
  try {
    // A link is there with all of its content or not at all, and fails if another process was first.
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return readFile(file, 'utf8');
}

/** Writes or replaces a file, readable by its owner alone; whoever reads it sees the old text or the new, never a part. */
export async function replaceFile(file: string, text: string): Promise<void> {
  await rename(await writeDraft(file, text), file);
}

/** The text of a file, or undefined when there is none. */
export function readKept(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(whenMissing);
}

async function writeDraft(file: string, text: string): Promise<string> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, text, { flag: 'wx', mode: 0o600 });
  return draft;
}

function whenMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
  return undefined;
}
