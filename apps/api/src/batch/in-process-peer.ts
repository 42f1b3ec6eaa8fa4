/** The address of the peer that sends the requests of a batch. No socket has it, so nobody outside can pretend to it. */
export const IN_PROCESS_PEER = 'in-process';

/**
 * Whether a peer is a batch, which forwards requests inside of the process. Only such a peer is believed what it says in
 * `X-Forwarded-*` headers about the request that it is part of (Fastify's `trustProxy`).
 */
export function isInProcessPeer(address: string | undefined): boolean {
  return address === IN_PROCESS_PEER;
}
