import { Module } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config';
import { HostPolicy } from './host-policy';

/** Which hosts may be connected to. */
@Module({
  providers: [{ provide: HostPolicy, useFactory: (config: Config) => new HostPolicy(config), inject: [CONFIG] }],
  exports: [HostPolicy],
})
export class HostsModule {}
