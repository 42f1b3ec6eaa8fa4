import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createServer, type Server } from 'node:https';
import type { KeyAndCertificate } from './certificate-authority';

/** Serves the same application by HTTPS on a port of its own. The application must be initialised. */
export async function listenByHttps(
  app: NestFastifyApplication,
  certificate: KeyAndCertificate,
  host: string,
  port: number,
): Promise<Server> {
  const fastify = app.getHttpAdapter().getInstance();
  const { key, cert } = certificate;
  const server = createServer({ key, cert }, (request, response) => fastify.routing(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return server;
}

/** Ends the server and its connections, those that stream included. */
export async function closeHttps(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}
