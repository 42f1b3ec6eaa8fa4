import { Global, Module } from '@nestjs/common';
import { Changes } from './changes';
import { ChangesRepository } from './changes.repository';

@Global()
@Module({ providers: [Changes, ChangesRepository], exports: [Changes, ChangesRepository] })
export class ChangesModule {}
