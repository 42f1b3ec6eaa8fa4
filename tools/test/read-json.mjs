import { readFileSync } from 'node:fs';

/** @returns {any} undefined when the file is missing or half written: nothing to count then */
export function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
