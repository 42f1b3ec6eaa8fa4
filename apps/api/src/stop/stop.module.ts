import { Global, Module } from '@nestjs/common';
import { ServiceStop } from './service-stop';

@Global()
@Module({ providers: [ServiceStop], exports: [ServiceStop] })
export class StopModule {}
