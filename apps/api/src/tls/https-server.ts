import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createSecureServer, type Http2SecureServer, type ServerHttp2Session } from 'node:http2';
import type { Socket } from 'node:net';
import type { KeyAndCertificate } from './certificate-authority';

/** A server for HTTP/2 and, for clients that do not know it, HTTP/1.1 (chosen by ALPN, RFC 7301). */
export class HttpsServer {
  private readonly sockets = new Set<Socket>();
  private readonly sessions = new Set<ServerHttp2Session>();

  private constructor(private readonly server: Http2SecureServer) {
    server.on('secureConnection', (socket: Socket) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
    });
    server.on('session', (session) => {
      this.sessions.add(session);
      session.once('close', () => this.sessions.delete(session));
    });
  }

  /** Serves the same application by HTTPS on a port of its own. The application must be initialised. */
  static async listen(
    app: NestFastifyApplication,
    certificate: KeyAndCertificate,
    host: string,
    port: number,
  ): Promise<HttpsServer> {
    const fastify = app.getHttpAdapter().getInstance();
    const { key, cert } = certificate;
    const server = createSecureServer({ key, cert, allowHTTP1: true }, (request, response) => {
      // The objects of HTTP/2 are made to be used as those of HTTP/1; the router knows both.
      fastify.routing(request as unknown as IncomingMessage, response as unknown as ServerResponse);
    });
    const https = new HttpsServer(server);
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, () => {
        server.off('error', reject);
        resolve();
      });
    });
    return https;
  }

  address(): ReturnType<Http2SecureServer['address']> {
    return this.server.address();
  }

  /** Takes no new connections, and no new requests on those of HTTP/2; what is open goes on. */
  refuse(): void {
    this.server.close();
    for (const session of this.sessions) session.close();
  }

  /** Ends the server and its connections, those that stream included. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    for (const session of this.sessions) session.destroy();
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }
}
