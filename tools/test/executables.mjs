import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @returns {string[]} the folders of PATH */
export const pathFolders = () => (process.env.PATH ?? '').split(delimiter).filter(Boolean);

export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @returns {string | undefined} the first of the names that is on PATH, with its folder */
export function onPath(...names) {
  return names.flatMap((name) => pathFolders().map((folder) => join(folder, name))).find(isExecutable);
}
