import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AddressInfo } from 'node:net';
import { AppModule } from './app.module';
import { CONFIG, type Config } from './config/config';
import { createApp } from './create-app';
import { HttpsServer } from './tls/https-server';
import { serverCertificate } from './tls/server-certificate';

/** The running service: where it is reached, and how to end it. */
export interface Service {
  readonly app: NestFastifyApplication;
  readonly address: string;
  /** Null when HTTPS is switched off. */
  readonly httpsAddress: string | null;
  /** File of the authority that clients must trust; null with a configured certificate. */
  readonly authorityFile: string | null;
  /** Answers what is open no longer, closes the database and ends. */
  stop(): Promise<void>;
}

/**
 * Starts the whole service on both ports.
 *
 * @throws ConfigError, DataFolderInUseError, and the system's error when a port is taken
 */
export async function startService(config: Config): Promise<Service> {
  const certificate = config.httpsPort === null ? null : await serverCertificate(config);
  const app = await createApp(AppModule.of(config), config);
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
  const stop = async (): Promise<void> => {
    await https?.close();
    await app.close();
  };
  return {
    app,
    address: `http://${hostOf(app)}:${portOf(app.getHttpServer())}`,
    httpsAddress: https === null ? null : `https://${hostOf(app)}:${portOf(https)}`,
    authorityFile: certificate?.authorityFile ?? null,
    stop,
  };
}

function portOf(server: { address(): string | AddressInfo | null }): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** The host as it stands in an address: IPv6 in brackets, and a name for every interface. */
function hostOf(app: NestFastifyApplication): string {
  const { host } = app.get<Config>(CONFIG);
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
