import { startPostgres } from '../test/postgres.mjs';
import { onPglite, onPostgres } from './place.mjs';

/**
 * @typedef {object} Database
 * @property {'pglite' | 'postgres'} name
 * @property {() => Promise<import('./place.mjs').Place>} place
 * @property {() => Promise<void>} close
 */

/** @returns {Promise<Database>} */
export async function pglite() {
  return { name: 'pglite', place: async () => onPglite(), close: async () => {} };
}

/** The server given by TEST_DATABASE_URL, or one of our own. @returns {Promise<Database>} */
export async function postgres() {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? { url: given, stop: async () => {} } : await startPostgres();
  return { name: 'postgres', place: () => onPostgres(server.url), close: server.stop };
}
