/**
 * The baseline: a plain HTTP server that reads a job and writes the rows of it with the plain driver, in one
 * transaction. It checks nothing, and knows nobody.
 */
import { PGlite } from '@electric-sql/pglite';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { join } from 'node:path';
import pg from 'pg';
import { insertJob } from './insert-job.mjs';

const { DATABASE_URL: url, FERRY_DATA_DIR: folder = '', PORT: port } = process.env;
const transaction = url ? postgres() : await pglite();

const server = createServer((request, response) => {
  if (request.method === 'GET') {
    response.end('ready');
    return;
  }
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    create(JSON.parse(Buffer.concat(chunks).toString())).then(
      (job) => response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify(job)),
      (error) => response.writeHead(500).end(String(error)),
    );
  });
});
server.listen(Number(port), '127.0.0.1');
process.once('SIGTERM', () => process.exit(0));

async function create(body) {
  const job = { ...body, id: randomUUID(), createdDateTime: new Date().toISOString() };
  await transaction((query) => insertJob(query, job));
  return job;
}

function postgres() {
  const pool = new pg.Pool({ connectionString: url, max: 16 });
  return async (work) => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      await work((text, values) => client.query(text, values));
      await client.query('commit');
    } finally {
      client.release();
    }
  };
}

async function pglite() {
  const database = await PGlite.create(join(folder, 'pgdata'));
  return (work) => database.transaction((tx) => work((text, values) => tx.query(text, values)));
}
