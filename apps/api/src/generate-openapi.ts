import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { createAdapter } from './app.setup';
import { AppModule } from './app.module';
import { readConfig } from './config/config';
import { rootModule } from './create-app';
import { Log } from './logging/log';
import { createDocument } from './openapi/document';

/** Prints the OpenAPI document. Nothing is instantiated for it, so it needs neither a database nor a data folder. */
const config = readConfig({ LOG_LEVEL: 'silent' });
const app = await NestFactory.create(rootModule(AppModule.of(config), config, Log.atLevel('silent')), createAdapter(), {
  preview: true,
  abortOnError: false,
  logger: false,
});
process.stdout.write(`${JSON.stringify(createDocument(app), null, 2)}\n`, () => process.exit(0));
