import { randomBytes } from 'node:crypto';
import type { Server } from '../server/server';
import { CreatedJobs } from './created-jobs';
import { Fixtures } from './fixtures';

/** One run of the suite against one server. */
export class Run {
  /** Begins the names of the jobs of this run, so that runs do not meet. */
  readonly prefix = `conformance-${randomBytes(4).toString('hex')}`;
  readonly fixtures = new Fixtures();
  readonly created: CreatedJobs;
  private stopped = false;

  constructor(readonly server: Server) {
    const root = rootOf(server.options.versions[0] ?? '');
    this.created = new CreatedJobs(root, async (method, path, as) =>
      server.connection.send({
        method,
        path,
        headers: { authorization: `Bearer ${await server.token(as)}` },
        body: null,
      }),
    );
  }

  /** Whether somebody wants the run to end before its time. */
  get isStopped(): boolean {
    return this.stopped;
  }

  /** Lets no check go on; what was created is removed all the same. */
  stop(): void {
    this.stopped = true;
  }
}

/** What stands before the addresses of a version; nothing without one. */
export function rootOf(version: string): string {
  return version === '' ? '' : `/${version}`;
}
