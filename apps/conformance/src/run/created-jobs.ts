import { GRAPH_ROUTES } from '@ferry/contracts';
import { setTimeout as delay } from 'node:timers/promises';
import type { Who } from '../options/options';
import type { Answer } from '../server/answer';

/** How many jobs are taken care of at a time. */
const AT_ONCE = 4;
const LOOK_AGAIN_MS = 100;
/** How long the next check waits for the people of the last one to be free again. */
const CANCEL_MS = 5_000;

/** Sends a request about a job that the suite created. */
export type Send = (method: 'GET' | 'POST' | 'DELETE', path: string, as: Who) => Promise<Answer>;

interface CreatedJob {
  readonly id: string;
  readonly as: Who;
}

/** The jobs that the suite created and has to remove, whatever became of the check that did. */
export class CreatedJobs {
  private ofCheck: CreatedJob[] = [];
  private ofSection: CreatedJob[] = [];
  /** Cancelled as far as possible, and still to be deleted. */
  private readonly over = new Set<CreatedJob>();

  /** @param root the version segment with its slash, below which the jobs are */
  constructor(
    private readonly root: string,
    private readonly send: Send,
  ) {}

  /** Takes note of a job: of a check, or of a section when several checks share it. */
  add(id: string, as: Who, isShared: boolean): void {
    (isShared ? this.ofSection : this.ofCheck).push({ id, as });
  }

  /** Cancels the jobs of a check, so that they no longer hold their people; they are deleted at the end. */
  async endCheck(): Promise<void> {
    const jobs = this.ofCheck;
    this.ofCheck = [];
    await this.cancel(jobs);
  }

  /** Cancels the jobs of a section. */
  async endSection(): Promise<void> {
    const jobs = this.ofSection;
    this.ofSection = [];
    await this.cancel(jobs);
  }

  /** Deletes every job, and gives the ids of those that could not be deleted in time. */
  async removeAll(patienceSeconds: number): Promise<string[]> {
    await this.endCheck();
    await this.endSection();
    const end = Date.now() + patienceSeconds * 1_000;
    while (this.over.size > 0 && Date.now() < end) {
      await eachOf([...this.over], async (job) => {
        if (await this.isDeleted(job)) this.over.delete(job);
      });
      if (this.over.size > 0) await delay(LOOK_AGAIN_MS);
    }
    return [...this.over].map(({ id }) => id);
  }

  private async cancel(jobs: readonly CreatedJob[]): Promise<void> {
    for (const job of jobs) this.over.add(job);
    await eachOf(jobs, async (job) => {
      if ((await this.ask('POST', job, '/cancel'))?.status !== 202) return;
      const end = Date.now() + CANCEL_MS;
      while (Date.now() < end && (await this.isBeingCancelled(job))) await delay(LOOK_AGAIN_MS / 4);
    });
  }

  private async isBeingCancelled(job: CreatedJob): Promise<boolean> {
    const answer = await this.ask('GET', job);
    return answer?.status === 200 && answer.text.includes('"pendingCancel"');
  }

  private async isDeleted(job: CreatedJob): Promise<boolean> {
    const status = (await this.ask('DELETE', job))?.status;
    if (status === 409) await this.ask('POST', job, '/cancel');
    return status === 202 || status === 204 || status === 404;
  }

  /** Null where the server does not answer: it may come back, and the next job is tried all the same. */
  private ask(method: 'GET' | 'POST' | 'DELETE', { id, as }: CreatedJob, rest = ''): Promise<Answer | null> {
    return this.send(method, `${this.root}/${GRAPH_ROUTES.job(id)}${rest}`, as).catch(() => null);
  }
}

async function eachOf<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const worker = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
