import { type DynamicModule, type INestApplicationContext, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createAdapter, setUp } from './app.setup';
import type { Config } from './config/config';
import { ConfigModule } from './config/config.module';
import { GraphModule } from './graph/graph.module';
import { FrameworkLog } from './logging/framework-log';
import { Log } from './logging/log';
import { LoggingModule } from './logging/logging.module';

@Module({})
class RootModule {}

/** A module with what every other one may inject: the settings, the log, and the links of the contract. */
export function rootModule(module: Type | DynamicModule, config: Config, log: Log): DynamicModule {
  return {
    module: RootModule,
    imports: [ConfigModule.register(config), LoggingModule.register(log), GraphModule, module],
  };
}

/** How an application is created beyond its modules. */
export const APP_OPTIONS = { bodyParser: false, forceCloseConnections: true, abortOnError: false } as const;

/** A worker's parts over the given modules, without any HTTP. */
export async function createContext(module: DynamicModule, config: Config): Promise<INestApplicationContext> {
  const log = Log.atLevel(config.logLevel);
  return NestFactory.createApplicationContext(rootModule(module, config, log), {
    abortOnError: false,
    logger: new FrameworkLog(log),
  });
}

/** The service over the given modules, set up and ready for `init` or `listen`. */
export async function createApp(module: Type | DynamicModule, config: Config): Promise<NestFastifyApplication> {
  const log = Log.atLevel(config.logLevel);
  const app = await NestFactory.create<NestFastifyApplication>(rootModule(module, config, log), createAdapter(), {
    ...APP_OPTIONS,
    logger: new FrameworkLog(log),
  });
  await setUp(app);
  return app;
}
