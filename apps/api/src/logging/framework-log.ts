import type { LoggerService } from '@nestjs/common';
import type { Log } from './log';

/** Nest's own messages as our log lines; what it tells about its start is of interest to developers only. */
export class FrameworkLog implements LoggerService {
  constructor(private readonly target: Log) {}

  log(message: unknown, ...context: unknown[]): void {
    this.target.debug(String(message), { context: context.at(-1) });
  }

  warn(message: unknown, ...context: unknown[]): void {
    this.target.warn(String(message), { context: context.at(-1) });
  }

  error(message: unknown, ...context: unknown[]): void {
    const stack = message instanceof Error ? message.stack : context[0];
    this.target.error(String(message), { context: context.at(-1), stack });
  }
}
