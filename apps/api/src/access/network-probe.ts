import { ConnectionSecurity } from '@ferry/contracts';
import { isIP, connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import type { ConnectionProbe, ProbedConnection, ProbeStep } from './connection-probe';
import { attempt } from './probe-attempt';

const LONGEST_STEP_MS = 10_000;

/** Tries what lies below a protocol: the port, and TLS where it begins with the first byte. */
export class NetworkProbe implements ConnectionProbe {
  constructor(private readonly longestStepMs = LONGEST_STEP_MS) {}

  async probe({ connection, address }: ProbedConnection, signal: AbortSignal): Promise<readonly ProbeStep[]> {
    const { host, port, security } = connection;
    const sockets: Socket[] = [];
    try {
      const tcp = await attempt(
        'tcp',
        async () => {
          const socket = connectTcp({ host: address, port });
          sockets.push(socket);
          await this.reached(socket, 'connect', signal);
          return { detail: `Connected to ${address}, port ${port}.`, result: socket };
        },
        remedyOf,
      );
      if (!tcp.result || security !== ConnectionSecurity.Tls) return [tcp.step];
      const plain = tcp.result;
      const tls = await attempt(
        'tls',
        async () => {
          const socket = connectTls({ socket: plain, ...(isIP(host) === 0 ? { servername: host } : { host }) });
          sockets.push(socket);
          await this.reached(socket, 'secureConnect', signal);
          return { detail: certificateOf(socket), result: socket };
        },
        remedyOf,
      );
      return [tcp.step, tls.step];
    } finally {
      for (const socket of sockets) socket.destroy();
    }
  }

  private reached(socket: Socket, event: 'connect' | 'secureConnect', signal: AbortSignal): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<undefined>();
    const late = (): void => reject(Object.assign(new Error('The server does not answer.'), { code: 'ETIMEDOUT' }));
    const aborted = (): void => reject(signal.reason as Error);
    const timer = setTimeout(late, this.longestStepMs);
    socket
      .once(event, () => resolve(undefined))
      .once('error', reject)
      .once('close', () => reject(CLOSED));
    signal.addEventListener('abort', aborted, { once: true });
    if (signal.aborted) aborted();
    return promise.finally(() => {
      clearTimeout(timer);
      signal.removeEventListener('abort', aborted);
    });
  }
}

const CLOSED = Object.assign(new Error('The server closed the connection.'), { code: 'ECONNRESET' });

function certificateOf(socket: TLSSocket): string {
  const { subject, issuer, valid_to: validTo } = socket.getPeerCertificate();
  const [name, authority] = [subject.CN, issuer.CN];
  return `${socket.getProtocol() ?? 'TLS'}; the certificate of ${String(name)} was issued by ${String(authority)} and holds until ${validTo}.`;
}

const OWN_CHAIN = 'Let the server send its chain, or make its authority known to Ferry with NODE_EXTRA_CA_CERTS.';
const NOT_REACHED = 'Check the host, the port, and whether a firewall lets Ferry through.';
const NOT_VALID_NOW = 'Renew the certificate, or put the clocks right.';
const NO_TLS = 'The port does not begin with TLS. Use the port for TLS, or security starttls.';

/** What to do about an error of the system or of OpenSSL. */
const REMEDIES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nothing listens on the port. Check the port, and whether the service runs.',
  ETIMEDOUT: NOT_REACHED,
  EHOSTUNREACH: NOT_REACHED,
  ENETUNREACH: NOT_REACHED,
  CERT_HAS_EXPIRED: NOT_VALID_NOW,
  CERT_NOT_YET_VALID: NOT_VALID_NOW,
  ERR_TLS_CERT_ALTNAME_INVALID: 'Use a name as host that the certificate is for, or give the server one for its name.',
  DEPTH_ZERO_SELF_SIGNED_CERT: OWN_CHAIN,
  SELF_SIGNED_CERT_IN_CHAIN: OWN_CHAIN,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: OWN_CHAIN,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: OWN_CHAIN,
  EPROTO: NO_TLS,
  ERR_SSL_WRONG_VERSION_NUMBER: NO_TLS,
};

function remedyOf({ code = '' }: NodeJS.ErrnoException): string {
  return REMEDIES[code] ?? 'Check host, port and security of the connection.';
}
