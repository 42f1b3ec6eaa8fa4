import { Module } from '@nestjs/common';
import { ErrorsController } from './errors.controller';
import { ErrorsService } from './errors.service';

/** The error catalogue over HTTP. */
@Module({ controllers: [ErrorsController], providers: [ErrorsService] })
export class ErrorsModule {}
