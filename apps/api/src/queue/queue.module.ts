import { Global, Module } from '@nestjs/common';
import { Queue } from './queue';
import { TurnsRepository } from './turns.repository';

@Global()
@Module({ providers: [Queue, TurnsRepository], exports: [Queue, TurnsRepository] })
export class QueueModule {}
