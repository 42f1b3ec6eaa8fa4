import 'reflect-metadata';
import { constants } from 'node:os';
import { type Config, readConfig, unknownSettings } from './config/config';
import { ConfigError } from './config/config-error';
import { DataFolderInUseError } from './database/data-folder-lock';
import { Log } from './logging/log';
import { keepHeapSmall } from './memory/small-heap';
import { type Service, startService } from './start';
import { welcome } from './welcome';

/** What closing may take beyond the limits that an operator sets: a database that is gone is not waited for. */
const CLOSING_MS = 10_000;

keepHeapSmall();

try {
  const config = readConfig(process.env);
  const service = await startService(config);
  const log = service.app.get(Log);
  for (const name of unknownSettings(process.env)) log.warn('unknown setting, misspelled?', { name });
  log.info('started', { role: config.role, database: config.databaseUrl === null ? 'PGlite' : 'PostgreSQL' });
  stopOnSignals(service, config, log);
  process.stdout.write(welcome(service, config));
} catch (error) {
  fail(error);
}

/** A first signal lets the process end in good order, a second one ends it at once. */
function stopOnSignals(service: Service, config: Config, log: Log): void {
  let told = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (told) process.exit(128 + constants.signals[signal]);
      told = true;
      log.info('stopping', { signal, role: config.role });
      const limitMs = (config.stopDelaySeconds + config.stopSeconds) * 1_000 + CLOSING_MS;
      setTimeout(() => fail(new Error('The service did not end in time.')), limitMs).unref();
      service.stop().then(
        () => process.exit(0),
        (error: unknown) => fail(error),
      );
    });
  }
}

/** Says in a sentence why the service cannot go on. What is nobody's setting comes with its trace. */
function fail(error: unknown): never {
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exit(1);
}

function reasonOf(error: unknown): string {
  if (error instanceof ConfigError || error instanceof DataFolderInUseError) return error.message;
  if (!(error instanceof Error)) return String(error);
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') return `Port ${port} is in use. Set PORT and HTTPS_PORT to free ones.`;
  if (code === 'EACCES' && port !== undefined)
    return `Port ${port} may not be used by this user. Set PORT or HTTPS_PORT.`;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND') return `DATABASE_URL cannot be reached: ${error.message}.`;
  return error.stack ?? error.message;
}
