import { computed, effect, inject, Service, signal, untracked } from '@angular/core';
import type { Workload } from '@ferry/contracts';
import { ServiceClock } from '../../clock/service-clock';
import { SessionStore } from '../../session/session-store';
import { emptyDraft, type JobDraft } from './job-draft/job-draft';
import { isFixed } from './job-draft/job-creation';
import { draftKey, readDraft, writeDraft } from './job-draft/stored-draft';

/** Jobs that are being written. Whatever changes is kept by the browser at once, and is there again after a reload. */
@Service({ autoProvided: false })
export class JobDraftStore {
  private readonly clock = inject(ServiceClock);
  private readonly session = inject(SessionStore).session;
  private readonly key = draftKey(this.session()?.tenant.id ?? '', this.session()?.actor ?? '');
  private readonly stored = readDraft(localStorage, this.key);

  private readonly current = signal<JobDraft>(this.stored?.draft ?? this.newDraft());
  private readonly restored = signal<Date | null>(this.stored?.savedAt ?? null);
  private readonly keeps = signal(true);
  private lastKept: JobDraft = this.current();

  readonly draft = this.current.asReadonly();
  /** When what was found at the beginning had been written; null when there was nothing, or it was discarded. */
  readonly restoredFrom = this.restored.asReadonly();
  /** False when the browser has no room for the draft, so that a reload would lose it. */
  readonly isKept = this.keeps.asReadonly();
  /** Whether the people and what moves can no longer be changed, because jobs of them exist. */
  readonly isFixed = computed(() => isFixed(this.current().creations));
  /** How many people a job may have. */
  readonly most = computed(() => this.session()?.maxResourcesPerJob ?? 1);

  constructor() {
    effect(() => {
      this.current();
      untracked(() => this.keep());
    });
  }

  change(part: Partial<JobDraft>): void {
    this.current.update((draft) => ({ ...draft, ...part }));
  }

  toggleWorkload(workload: Workload, isChosen: boolean): void {
    const others = this.current().workloads.filter((candidate) => candidate !== workload);
    this.change({ workloads: isChosen ? [...others, workload] : others });
  }

  /** Changes the draft and keeps it before anything else happens: for what must be known after a crash. */
  changeNow(part: Partial<JobDraft>): void {
    this.change(part);
    this.keep();
  }

  /** Lets the browser forget what is done; it is shown until somebody leaves. */
  forget(): void {
    this.lastKept = this.current();
    localStorage.removeItem(this.key);
  }

  /** Forgets everything, here and in the browser. */
  discard(): void {
    this.lastKept = this.newDraft();
    this.current.set(this.lastKept);
    this.restored.set(null);
    localStorage.removeItem(this.key);
  }

  private keep(): void {
    const draft = this.current();
    if (draft === this.lastKept) return;
    this.lastKept = draft;
    this.keeps.set(writeDraft(localStorage, this.key, { savedAt: this.clock.now(), draft }));
  }

  private newDraft(): JobDraft {
    return emptyDraft(
      untracked(() => this.clock.now()),
      untracked(() => this.session()?.tenant.defaultDomain ?? ''),
    );
  }
}
