import { Global, Module } from '@nestjs/common';
import { ServiceClock } from './service-clock';

@Global()
@Module({ providers: [ServiceClock], exports: [ServiceClock] })
export class ClockModule {}
