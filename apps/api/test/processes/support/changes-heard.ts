import type { Administrator } from './administrator';
import { eventually } from './eventually';

/** The server-sent changes of a job, as they come. */
export class ChangesHeard {
  private text = '';
  private readonly closing = new AbortController();

  /** Begins to listen; the first message is the job as it is. */
  static async of(administrator: Administrator, job: string): Promise<ChangesHeard> {
    const heard = new ChangesHeard();
    const answer = await administrator.send('GET', `api/v1/jobs/${job}/changes`, undefined, heard.closing.signal);
    if (!answer.body) throw new Error('The stream has no body.');
    void heard.read(answer.body);
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

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    try {
      for await (const bytes of body) this.text += Buffer.from(bytes).toString('utf8');
    } catch {
      // The process was ended, or nobody listens any more.
    }
  }
}
