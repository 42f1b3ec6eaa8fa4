import { type DynamicModule, Module } from '@nestjs/common';
import { Log } from './log';

/** Hands the one log to everyone who injects {@link Log}. */
@Module({})
export class LoggingModule {
  static register(log: Log): DynamicModule {
    return { module: LoggingModule, global: true, providers: [{ provide: Log, useValue: log }], exports: [Log] };
  }
}
