import { Global, Module } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config';
import { Log } from './log';

@Global()
@Module({
  providers: [{ provide: Log, useFactory: (config: Config) => Log.atLevel(config.logLevel), inject: [CONFIG] }],
  exports: [Log],
})
export class LoggingModule {}
