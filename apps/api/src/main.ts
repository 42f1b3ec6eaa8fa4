import 'reflect-metadata';
import { readConfig, unknownSettings } from './config/config';
import { ConfigError } from './config/config-error';
import { DataFolderInUseError } from './database/data-folder-lock';
import { Log } from './logging/log';
import { startService } from './start';
import { welcome } from './welcome';

try {
  const config = readConfig(process.env);
  const service = await startService(config);
  const log = service.app.get(Log);
  for (const name of unknownSettings(process.env)) log.warn('unknown setting, misspelled?', { name });
  process.stdout.write(welcome(service, config));
  // A second signal ends the process at once, in case the first one does not get it to end.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      log.info('stopping', { signal });
      service.stop().then(
        () => process.exit(0),
        (error: unknown) => fail(error),
      );
    });
  }
} catch (error) {
  fail(error);
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
