/** Where the processes of one run work, one after another: a folder of their own, and a database. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { atEnd } from '../test/at-end.mjs';

/**
 * @typedef {object} Place
 * @property {string} folder
 * @property {Record<string, string>} settings of the service
 * @property {() => Promise<void>} remove
 */

/** @returns {Place} */
export function onPglite() {
  const folder = mkdtempSync(join(tmpdir(), 'ferry-crash-'));
  const remove = atEnd(() => rmSync(folder, { recursive: true, force: true }));
  return { folder, settings: settingsIn(folder), remove };
}

/**
 * A database of its own on a server.
 *
 * @param {string} serverUrl
 * @returns {Promise<Place>}
 */
export async function onPostgres(serverUrl) {
  const { folder, settings, remove } = onPglite();
  const name = `crash_${randomBytes(6).toString('hex')}`;
  await onServer(serverUrl, `create database ${name}`);
  return {
    folder,
    settings: { ...settings, DATABASE_URL: Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href },
    remove: async () => {
      await onServer(serverUrl, `drop database ${name} with (force)`);
      await remove();
    },
  };
}

function settingsIn(folder) {
  return { FERRY_DATA_DIR: join(folder, 'data'), FERRY_PAST_DATE: 'due-now', LOG_LEVEL: 'warn' };
}

async function onServer(url, statement) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
