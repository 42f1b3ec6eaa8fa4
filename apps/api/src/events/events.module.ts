import { Module } from '@nestjs/common';
import { JobEventsRepository } from './job-events.repository';

@Module({ providers: [JobEventsRepository], exports: [JobEventsRepository] })
export class EventsModule {}
