import { computed, type Signal, signal, type WritableSignal } from '@angular/core';
import { type ServiceError, toServiceError } from '../../http/service-error';
import type { Faults } from './body-faults';
import { FormFaults } from './form-faults';

/** What the frame of a form shows of its store. */
export interface FormState {
  readonly before: Signal<unknown>;
  readonly loaded: Signal<boolean>;
  readonly loadError: Signal<ServiceError | null>;
  readonly busy: Signal<boolean>;
  readonly error: Signal<ServiceError | null>;
}

/** Something that is being registered or changed: read, written as a draft, judged, and sent. */
export abstract class FormStore<Draft extends object, Kept> implements FormState {
  private readonly current: WritableSignal<Draft>;
  private readonly form: FormFaults;
  private readonly registered = signal<Kept | null>(null);
  private readonly ready = signal(false);
  private readonly readFailure = signal<ServiceError | null>(null);
  private readonly refusal = signal<ServiceError | null>(null);
  private readonly sending = signal(false);

  readonly draft: Signal<Draft>;
  readonly faults: Signal<Faults>;
  /** What is there; null for something new. */
  readonly before = this.registered.asReadonly();
  readonly loaded = this.ready.asReadonly();
  readonly loadError = this.readFailure.asReadonly();
  readonly busy = this.sending.asReadonly();
  /** What the service refused for a reason that belongs to no field. */
  readonly error = this.refusal.asReadonly();

  /**
   * @param fresh the draft of something new
   * @param judge what is wrong with a draft, of something new or of what is there
   */
  constructor(fresh: Draft, judge: (draft: Draft, before: Kept | null) => Faults) {
    this.current = signal(fresh);
    this.draft = this.current.asReadonly();
    this.form = new FormFaults(computed(() => judge(this.current(), this.registered())));
    this.faults = this.form.shown;
  }

  change(part: Partial<Draft>, place: string): void {
    this.current.update((draft) => ({ ...draft, ...part }));
    this.refusal.set(null);
    this.form.change(place);
  }

  leave(place: string): void {
    this.form.leave(place);
  }

  /** What is there now; null when something is wrong, here or in the eyes of the service. */
  async save(): Promise<Kept | null> {
    this.refusal.set(null);
    if (!this.form.passes() || this.sending()) return null;
    this.sending.set(true);
    const before = this.registered();
    try {
      return await (before === null ? this.register(this.current()) : this.update(before, this.current()));
    } catch (error) {
      const refusal = toServiceError(error);
      if (!this.form.refuse(refusal.details)) this.refusal.set(refusal);
      return null;
    } finally {
      this.sending.set(false);
    }
  }

  /** Reads what the form begins with; a failure is said above it. */
  protected async beginWith(
    read: () => Promise<{ readonly before: Kept | null; readonly draft: Draft }>,
  ): Promise<void> {
    this.readFailure.set(null);
    try {
      const { before, draft } = await read();
      this.registered.set(before);
      this.current.set(draft);
      this.ready.set(true);
    } catch (error) {
      this.readFailure.set(toServiceError(error));
    }
  }

  protected abstract register(draft: Draft): Promise<Kept>;
  protected abstract update(before: Kept, draft: Draft): Promise<Kept>;
}
