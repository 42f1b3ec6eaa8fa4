import { setTimeout as delay } from 'node:timers/promises';
import type { Administrator } from './administrator';
import { eventually } from './eventually';

const RECONNECT_MS = 200;

/** The server-sent changes of a job, as they come; connects anew when the stream ends, as a browser does. */
export class ChangesHeard {
  private text = '';
  private readonly closing = new AbortController();

  /** Begins to listen; the first message is the job as it is. */
  static async of(administrator: Administrator, job: string): Promise<ChangesHeard> {
    const heard = new ChangesHeard();
    void heard.follow(administrator, `api/v1/jobs/${job}/changes`);
    await eventually(async () => heard.count > 0);
    return heard;
  }

  /** How many messages have come. */
  get count(): number {
    return this.text.split('\ndata: {').length - 1;
  }

  /** Waits until the job is said to have a status. */
  async untilStatus(status: string): Promise<void> {
    await eventually(async () => this.text.includes(`"status":"${status}"`));
  }

  /** Listens no more. */
  close(): void {
    this.closing.abort();
  }

  private async follow(administrator: Administrator, path: string): Promise<void> {
    const { signal } = this.closing;
    while (!signal.aborted) {
      try {
        const { ok, body } = await administrator.send('GET', path, undefined, signal);
        if (ok && body) for await (const bytes of body) this.text += Buffer.from(bytes).toString('utf8');
      } catch {
        // The connection broke, or nobody listens any more.
      }
      await delay(RECONNECT_MS);
    }
  }
}
