import type { INestApplicationContext } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { setTimeout as delay } from 'node:timers/promises';
import { AppModule } from './app.module';
import { Changes } from './changes/changes';
import type { Config } from './config/config';
import { createApp } from './create-app';
import { Engine } from './engine/engine';
import { addressOf } from './server-address';
import { startWorker } from './start-worker';
import { OpenRequests } from './stop/open-requests';
import { ServiceStop } from './stop/service-stop';
import { HttpsServer } from './tls/https-server';
import { serverCertificate } from './tls/server-certificate';

/** The running service: where it is reached, and how to end it. */
export interface Service {
  readonly app: INestApplicationContext;
  readonly address: string;
  /** Null when HTTPS is switched off, and for a worker. */
  readonly httpsAddress: string | null;
  /** File of the authority that clients must trust; null with a configured certificate. */
  readonly authorityFile: string | null;
  /** Says that it is not ready, answers what is open, ends or hands back its slices, closes the database and ends. */
  stop(): Promise<void>;
}

/**
 * Starts what the role of this process asks for: the whole service, or a worker.
 *
 * @throws ConfigError, DataFolderInUseError, and the system's error when a port is taken
 */
export function startService(config: Config): Promise<Service> {
  return config.role === 'worker' ? startWorker(config) : startServer(config);
}

/** Starts the service on both ports. */
async function startServer(config: Config): Promise<Service> {
  const certificate = config.httpsPort === null ? null : await serverCertificate(config);
  const app = await createApp(AppModule.of(config), config);
  const requests = OpenRequests.of(app.getHttpAdapter().getInstance(), app.get(ServiceStop));
  let https: HttpsServer | null = null;
  try {
    await app.listen(config.port, config.host);
    if (certificate && config.httpsPort !== null) {
      https = await HttpsServer.listen(app, certificate, config.host, config.httpsPort);
    }
  } catch (error) {
    await app.close();
    throw error;
  }
  return {
    app,
    address: addressOf('http', config, app.getHttpServer()),
    httpsAddress: https === null ? null : addressOf('https', config, https),
    authorityFile: certificate?.authorityFile ?? null,
    stop: () => stopServer(app, https, requests, config),
  };
}

async function stopServer(
  app: NestFastifyApplication,
  https: HttpsServer | null,
  requests: OpenRequests,
  { stopDelaySeconds, stopSeconds }: Config,
): Promise<void> {
  app.get(ServiceStop).begin();
  const drained = app.get(Engine).drain();
  await delay(stopDelaySeconds * 1_000);
  const server = app.getHttpServer();
  server.close();
  https?.refuse();
  app.get(Changes).end();
  await Promise.all([drained, requests.answered(stopSeconds * 1_000, () => server.closeIdleConnections())]);
  await https?.close();
  await app.close();
}
