import { DestroyRef, inject, Service, signal } from '@angular/core';
import type { JobEvent, JobEventCollection } from '@ferry/contracts';
import { type ServiceError, toServiceError } from '../../http/service-error';
import { Together } from '../../live/together';
import type { EventFilter } from './event-filter';
import { JobsApi } from './jobs-api';

const READ_MILLISECONDS = 2_000;

/** The events of a job that a filter means, as the service finds them. */
@Service({ autoProvided: false })
export class FilteredEventsStore {
  private readonly api = inject(JobsApi);
  private readonly found = signal<readonly JobEvent[] | null>(null);
  private readonly older = signal(false);
  private readonly failure = signal<ServiceError | null>(null);
  private readonly reading = signal(false);
  private readonly again = new Together(READ_MILLISECONDS, () => void this.readNewer());
  private question: { readonly jobId: string; readonly filter: EventFilter } | null = null;

  /** Newest first; null before the first page has come. */
  readonly events = this.found.asReadonly();
  readonly hasEarlier = this.older.asReadonly();
  readonly error = this.failure.asReadonly();
  readonly busy = this.reading.asReadonly();

  constructor() {
    inject(DestroyRef).onDestroy(() => this.again.stop());
  }

  async show(jobId: string, filter: EventFilter): Promise<void> {
    this.question = { jobId, filter };
    this.found.set(null);
    const page = await this.ask(null);
    if (page !== null) this.begin(page);
  }

  /** Nothing is looked for any more. */
  clear(): void {
    this.again.stop();
    this.question = null;
    this.found.set(null);
    this.failure.set(null);
  }

  async reload(): Promise<void> {
    if (this.question !== null) await this.show(this.question.jobId, this.question.filter);
  }

  async showEarlier(): Promise<void> {
    const oldest = this.found()?.at(-1)?.id;
    if (oldest === undefined || this.reading()) return;
    const page = await this.ask(oldest);
    if (page === null || this.found()?.at(-1)?.id !== oldest) return;
    this.found.update((known) => [...(known ?? []), ...page.value]);
    this.older.set(page.nextLink !== undefined);
  }

  /** Something happened in the job; whether the filter means it is for the service to say. */
  changed(): void {
    if (this.found() !== null) this.again.ask();
  }

  /** Keeps what was read before, unless so much has happened since that there would be a hole. */
  private async readNewer(): Promise<void> {
    const page = await this.ask(null);
    if (page === null) return;
    const known = this.found() ?? [];
    const oldest = page.value.at(-1)?.id ?? 0;
    const behind = known.filter(({ id }) => id < oldest);
    if (behind.length === 0 || !known.some(({ id }) => id >= oldest)) this.begin(page);
    else this.found.set([...page.value, ...behind]);
  }

  private begin({ value, nextLink }: JobEventCollection): void {
    this.found.set(value);
    this.older.set(nextLink !== undefined);
  }

  /** A page of what is looked for; null when it cannot be had, or something else is looked for by now. */
  private async ask(before: number | null): Promise<JobEventCollection | null> {
    const { question } = this;
    if (question === null) return null;
    this.reading.set(true);
    this.failure.set(null);
    try {
      const page = await this.api.events(question.jobId, question.filter, before);
      return question === this.question ? page : null;
    } catch (error) {
      if (question === this.question) this.failure.set(toServiceError(error));
      return null;
    } finally {
      if (question === this.question) this.reading.set(false);
    }
  }
}
