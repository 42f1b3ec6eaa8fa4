import 'reflect-metadata';
import { rmSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { PgBoss } from 'pg-boss';
import { TEMPLATE_FOLDER } from './database/embedded-template';
import { migrationsFolder } from './database/migrations-folder';
import { PgliteDatabase } from './database/pglite-database';
import { QUEUE_NAMES, QUEUES } from './queue/queues';

/** Part of the build: makes the empty database, with our tables and those of the queue, that first starts copy. */
const folder = join(import.meta.dirname, 'template');
const target = join(import.meta.dirname, TEMPLATE_FOLDER);
for (const path of [folder, target]) rmSync(path, { recursive: true, force: true });

const database = await PgliteDatabase.open(folder, migrationsFolder(import.meta.dirname));
const boss = new PgBoss({ ...database.bossConnection(), useListenNotify: false, supervise: false, schedule: false });
await boss.start();
for (const name of QUEUE_NAMES) await boss.createQueue(name, QUEUES[name]);
await boss.stop({ graceful: true, timeout: 5_000 });
await database.close();

await rename(join(folder, 'pgdata'), target);
rmSync(folder, { recursive: true, force: true });
