import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { createAdapter } from './app.setup';
import { AppModule } from './app.module';
import { readConfig } from './config/config';
import { settingsPage } from './config/settings-page';
import { rootModule } from './create-app';
import { errorsPage } from './errors/errors-page';
import { Log } from './logging/log';
import { createDocument } from './openapi/document';

/** The OpenAPI document. Nothing is instantiated for it, so it needs neither a database nor a data folder. */
async function openApi(): Promise<string> {
  const config = readConfig({ LOG_LEVEL: 'silent' });
  const root = rootModule(AppModule.of(config), config, Log.atLevel('silent'));
  const app = await NestFactory.create(root, createAdapter(), { preview: true, abortOnError: false, logger: false });
  return `${JSON.stringify(createDocument(app), null, 2)}\n`;
}

const DOCUMENTS: Readonly<Record<string, () => string | Promise<string>>> = {
  openapi: openApi,
  settings: settingsPage,
  errors: errorsPage,
};

/** Prints the committed document that its argument names; `npm run gen` writes them. */
const [name = ''] = process.argv.slice(2);
const print = DOCUMENTS[name];
if (!print) throw new Error(`There is no document "${name}", only ${Object.keys(DOCUMENTS).join(', ')}.`);
process.stdout.write(await print(), () => process.exit(0));
