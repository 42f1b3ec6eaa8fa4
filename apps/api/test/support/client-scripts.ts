import { execFile } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { HttpsServer } from '../../src/tls/https-server';
import { serverCertificate } from '../../src/tls/server-certificate';
import type { TestApi } from './test-api';

/** A service over HTTPS, and scripts that use official clients on it. */
export class ClientScripts {
  private constructor(
    private readonly api: TestApi,
    private readonly server: HttpsServer,
    private readonly authorityFile: string,
  ) {}

  static async over(api: TestApi): Promise<ClientScripts> {
    const certificate = await serverCertificate(api.config, new Date());
    const server = await HttpsServer.listen(api.app, certificate, '127.0.0.1', 0);
    return new ClientScripts(api, server, certificate.authorityFile ?? '');
  }

  /** Scheme, host and port, without a trailing slash. */
  get address(): string {
    return `https://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /**
   * Runs a script of this folder as the administrator and gives what it saw, which it prints as JSON. It runs in a
   * process of its own: only there does Node trust the authority of the service. Its argument is an object.
   */
  async run(script: string, argument: object): Promise<Record<string, unknown>> {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [join(__dirname, script), JSON.stringify(argument)],
      {
        env: {
          FERRY_URL: `${this.address}/`,
          FERRY_TOKEN: this.api.token('admin'),
          NODE_EXTRA_CA_CERTS: this.authorityFile,
        },
        maxBuffer: 16 * 1024 * 1024,
        timeout: 110_000,
      },
    );
    return JSON.parse(stdout) as Record<string, unknown>;
  }

  close(): Promise<void> {
    return this.server.close();
  }
}
