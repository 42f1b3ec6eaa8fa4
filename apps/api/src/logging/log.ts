import { type Logger, pino } from 'pino';

/** What a log line says beside its message. Never a token, a password or the content of a message. */
export type LogFields = Readonly<Record<string, unknown>>;

/** Structured log lines, one JSON object each, on standard output. */
export class Log {
  constructor(private readonly pino: Logger) {}

  static atLevel(level: string): Log {
    return new Log(pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }));
  }

  /** Whether a line of this level would be written; lets a caller skip gathering its fields. */
  writes(level: 'debug' | 'info'): boolean {
    return this.pino.isLevelEnabled(level);
  }

  debug(message: string, fields: LogFields = {}): void {
    this.pino.debug(fields, message);
  }

  info(message: string, fields: LogFields = {}): void {
    this.pino.info(fields, message);
  }

  warn(message: string, fields: LogFields = {}): void {
    this.pino.warn(fields, message);
  }

  error(message: string, fields: LogFields = {}): void {
    this.pino.error(fields, message);
  }
}
