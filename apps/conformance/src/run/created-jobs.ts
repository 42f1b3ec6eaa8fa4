import { GRAPH_ROUTES } from '@ferry/contracts';
import { setTimeout as delay } from 'node:timers/promises';
import type { Who } from '../options/options';
import type { Answer } from '../server/answer';

/** How many jobs are removed at a time. */
const AT_ONCE = 4;
const LOOK_AGAIN_MS = 200;

/** Sends a request about a job that the suite created. */
export type Send = (method: 'POST' | 'DELETE', path: string, as: Who) => Promise<Answer>;

interface CreatedJob {
  readonly id: string;
  readonly as: Who;
}

/** The jobs that the suite created and has to remove, whatever became of the check that did. */
export class CreatedJobs {
  private readonly lasting = new Map<string, CreatedJob>();
  private passing = new Map<string, CreatedJob>();

  /** @param root the version segment with its slash, below which the jobs are */
  constructor(
    private readonly root: string,
    private readonly send: Send,
  ) {}

  /** Takes note of a job. One that several checks share is `lasting`; any other ends with its check. */
  add(id: string, as: Who, isLasting: boolean): void {
    const known = isLasting ? this.lasting : this.passing;
    known.set(`${as} ${id}`, { id, as });
  }

  /** Cancels the jobs of a check that is over, so that they no longer hold their people; they are deleted at the end. */
  async endCheck(): Promise<void> {
    const jobs = [...this.passing];
    this.passing = new Map();
    await eachOf(jobs, async ([key, job]) => {
      this.lasting.set(key, job);
      await this.statusOf('POST', job, '/cancel');
    });
  }

  /** Deletes every job, and gives the ids of those that could not be deleted in time. */
  async removeAll(patienceSeconds: number): Promise<string[]> {
    await this.endCheck();
    const end = Date.now() + patienceSeconds * 1_000;
    while (this.lasting.size > 0 && Date.now() < end) {
      await eachOf([...this.lasting], async ([key, job]) => {
        if (await this.isDeleted(job)) this.lasting.delete(key);
      });
      if (this.lasting.size > 0) await delay(LOOK_AGAIN_MS);
    }
    return [...this.lasting.values()].map(({ id }) => id);
  }

  private async isDeleted(job: CreatedJob): Promise<boolean> {
    const status = await this.statusOf('DELETE', job);
    if (status === 409) await this.statusOf('POST', job, '/cancel');
    return status === 202 || status === 204 || status === 404;
  }

  /** Null where the server does not answer: it may come back, and the next job is tried all the same. */
  private statusOf(method: 'POST' | 'DELETE', { id, as }: CreatedJob, rest = ''): Promise<number | null> {
    return this.send(method, `${this.root}/${GRAPH_ROUTES.job(id)}${rest}`, as).then(
      ({ status }) => status,
      () => null,
    );
  }
}

async function eachOf<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const worker = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
