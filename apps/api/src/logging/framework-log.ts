import type { LoggerService } from '@nestjs/common';
import type { Log } from './log';

/** Parts of the framework that write an error and throw it, too: whoever catches it says it once, in plain words. */
const THROWN_TOO: readonly unknown[] = ['ExceptionHandler', 'NestApplication'];

/** Nest's own messages as our log lines; what it tells about its start is of interest to developers only. */
export class FrameworkLog implements LoggerService {
  constructor(private readonly target: Log) {}

  log(message: unknown, ...context: unknown[]): void {
    this.target.debug(String(message), { context: context.at(-1) });
  }

  warn(message: unknown, ...context: unknown[]): void {
    this.target.warn(String(message), { context: context.at(-1) });
  }

  error(message: unknown, ...more: unknown[]): void {
    const context = more.at(-1);
    const stack = message instanceof Error ? message.stack : more[0];
    if (THROWN_TOO.includes(context)) this.target.debug(String(message), { context, stack });
    else this.target.error(String(message), { context, stack });
  }
}
