import type { ConnectionProtocol } from '@ferry/contracts';
import type { ServiceAccess } from './service-access';

/** What came of one step of a test. */
export interface ProbeStep {
  readonly step: string;
  readonly ok: boolean;
  readonly milliseconds: number;
  /** What was seen, or what is wrong. Holds no secrets. */
  readonly detail: string;
  /** What to do about it; null for a step that worked. */
  readonly remedy: string | null;
}

/** What is to be tried. Its host has been found to be allowed, and its addresses have been looked up. */
export interface ProbedConnection extends Extract<ServiceAccess, { over: 'connection' }> {
  /** The address to connect to. Certificates are compared with the host. */
  readonly address: string;
}

/** Hears how a test goes on, so that somebody who waits sees it. */
export interface TestProgress {
  /** A step is being tried. */
  begins(step: string): void;
  /** What came of it. */
  ends(step: ProbeStep): void;
}

/** Tries a connection of one protocol, step by step, up to the first that does not work; changes nothing. */
export interface ConnectionProbe {
  /** Throws the reason of an aborted signal, and nothing else. */
  probe(connection: ProbedConnection, signal: AbortSignal, progress: TestProgress): Promise<readonly ProbeStep[]>;
}

/** Injection token of the probes: the one list of which protocol is tried by which. */
export const CONNECTION_PROBES = Symbol('ConnectionProbes');

/** What {@link CONNECTION_PROBES} holds. */
export type ConnectionProbes = Readonly<Record<ConnectionProtocol, ConnectionProbe>>;
