import { testConnection } from '@ferry/stores-imap';
import { Injectable } from '@nestjs/common';
import type { ConnectionProbe, ProbedConnection, ProbeStep, TestProgress } from '../access/connection-probe';
import { ImapConnections } from './imap-connections';

/** Tries a connection to a mail server, up to the folders of a person. */
@Injectable()
export class ImapProbe implements ConnectionProbe {
  constructor(private readonly connections: ImapConnections) {}

  async probe(probed: ProbedConnection, signal: AbortSignal, progress: TestProgress): Promise<readonly ProbeStep[]> {
    return testConnection(this.connections.of(probed), signal, progress);
  }
}
