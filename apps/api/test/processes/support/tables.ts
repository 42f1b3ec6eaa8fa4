import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A database of one test, on a server that the test may break; looked at from outside of the service. */
export class Tables {
  private constructor(
    readonly url: string,
    private readonly serverUrl: string,
    private readonly name: string,
  ) {}

  /** Creates an empty database. */
  static async on(serverUrl: string): Promise<Tables> {
    const name = `p_${randomBytes(6).toString('hex')}`;
    await query(serverUrl, `create database ${name}`);
    return new Tables(Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href, serverUrl, name);
  }

  /** Rows of a statement, by a connection of its own. */
  rows<Row>(statement: string, values: readonly unknown[] = []): Promise<Row[]> {
    return query(this.url, statement, values);
  }

  /** Throws the database away. */
  async drop(): Promise<void> {
    await query(this.serverUrl, `drop database ${this.name} with (force)`);
  }
}

async function query<Row>(url: string, statement: string, values: readonly unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(statement, [...values])).rows as Row[];
  } finally {
    await client.end();
  }
}

/** As if every worker had been silent for an hour: the living lose what they have in hand, too, and have to go on. */
export async function expireHeartbeats(tables: Tables): Promise<void> {
  await tables.rows(
    `update pgboss.job set heartbeat_on = now() - interval '1 hour' where state = 'active' and heartbeat_on is not null`,
  );
}
