import { computed, inject, Service, signal } from '@angular/core';
import {
  API_ROUTES,
  type JobChange,
  type JobEvent,
  type JobProgress,
  type PersonProgress,
  ServiceStatus,
} from '@ferry/contracts';
import { allowedActions, decideApprover, decidePersonCancel, decideRetry, type JobAction } from '@ferry/domain';
import { ServiceClock } from '../../clock/service-clock';
import { type ServiceError, toServiceError } from '../../http/service-error';
import { LiveConnection } from '../../live/live-connection';
import { SessionStore } from '../../session/session-store';
import { JobsApi } from './jobs-api';
import { personPhase } from '../labels/person-phase';
import { actionPolicy, jobSituation, personSituation } from './job-situation';

const KEPT_EVENTS = 100;

/** What may be asked for a single person. */
type PersonAction = 'cancelPerson' | 'acceptSkippedItems' | 'retry';

/** A job as its event stream tells it: everything in the first message after a connect, then what changed. */
@Service({ autoProvided: false })
export class JobStore {
  private readonly api = inject(JobsApi);
  private readonly clock = inject(ServiceClock);
  private readonly session = inject(SessionStore);
  private readonly latest = signal<JobProgress | null>(null);
  private readonly everyone = signal<readonly PersonProgress[]>([]);
  private readonly recent = signal<readonly JobEvent[]>([]);
  private readonly refusal = signal<ServiceError | null>(null);
  private readonly underWay = signal<JobAction | PersonAction | null>(null);
  private readonly stream = signal<LiveConnection<JobChange> | null>(null);
  private readonly readingEarlier = signal(false);
  private isFirstMessage = true;
  /** Once somebody looks back nothing is dropped, or there would be a hole between what was read and what came since. */
  private keepsAllEvents = false;

  readonly progress = this.latest.asReadonly();
  readonly people = this.everyone.asReadonly();
  /** Newest first. */
  readonly events = this.recent.asReadonly();
  /** A job begins with its creation. */
  readonly hasEarlierEvents = computed(() => {
    const oldest = this.recent().at(-1);
    return oldest !== undefined && (oldest.personId !== null || oldest.fromStatus !== null);
  });
  readonly loadingEvents = this.readingEarlier.asReadonly();
  /** Why the last action did not happen. */
  readonly actionError = this.refusal.asReadonly();
  readonly busy = this.underWay.asReadonly();
  readonly connection = computed(() => this.stream()?.state() ?? 'connecting');
  readonly error = computed(() => this.stream()?.failure() ?? null);

  readonly phases = computed(() => {
    const status = this.latest()?.job.status;
    return status === undefined ? [] : this.everyone().map((person) => personPhase(person, status));
  });

  /** What may be done to the job now, by the domain's rules. */
  readonly actions = computed<readonly JobAction[]>(() => {
    const progress = this.latest();
    if (progress === null || !this.session.canWrite()) return [];
    const allowed = allowedActions(jobSituation(progress), this.clock.now(), actionPolicy(progress));
    return allowed.filter((action) => action !== 'approve' || this.mayApprove(progress.job.createdBy));
  });

  /** Must be called in an injection context: the stream ends with whoever asked for it. */
  open(id: string): void {
    this.stream()?.pause();
    this.latest.set(null);
    const connection = new LiveConnection<JobChange>(`/${API_ROUTES.jobChangesOf(id)}`, {
      opened: () => (this.isFirstMessage = true),
      message: (change) => this.take(change),
    });
    this.stream.set(connection);
  }

  resume(): void {
    this.stream()?.resume();
  }

  mayLeave(person: PersonProgress): boolean {
    const progress = this.latest();
    if (progress === null || !this.session.canWrite()) return false;
    return decidePersonCancel(personSituation(person), jobSituation(progress), this.clock.now()).allowed;
  }

  /** Asks the service for an action; what it leads to arrives over the stream. False when it was refused. */
  act(action: Exclude<JobAction, 'update'>): Promise<boolean> {
    return this.ask(action, (id) => {
      if (action === 'delete') return this.api.delete(id);
      return action === 'approve' ? this.api.approve(id) : this.api.act(id, action);
    });
  }

  moveCutover(completeAfter: Date): Promise<boolean> {
    return this.ask('update', (id) => this.api.moveCutover(id, completeAfter));
  }

  cancelPerson(personId: string): Promise<boolean> {
    return this.ask('cancelPerson', (id) => this.api.cancelPerson(id, personId));
  }

  acceptSkippedItems(personId: string): Promise<boolean> {
    return this.ask('acceptSkippedItems', (id) => this.api.acceptSkippedItems(id, personId));
  }

  /** Whether some people may be migrated once more while the others stay as they are. */
  mayRetry(personIds: readonly string[]): boolean {
    const progress = this.latest();
    if (progress === null || !this.session.canWrite()) return false;
    const wanted = new Set(personIds);
    const failed = this.everyone().filter((person) => wanted.has(person.id) && hasFailed(person));
    return decideRetry(jobSituation(progress), failed.length, this.clock.now(), actionPolicy(progress)).allowed;
  }

  retry(personIds: readonly string[]): Promise<boolean> {
    return this.ask('retry', (id) => this.api.retry(id, personIds));
  }

  /** Reads what happened before the oldest event that is known. */
  async showEarlierEvents(): Promise<void> {
    const [id, oldest] = [this.latest()?.job.id, this.recent().at(-1)?.id];
    if (id === undefined || oldest === undefined || this.readingEarlier()) return;
    this.readingEarlier.set(true);
    this.keepsAllEvents = true;
    try {
      const { value } = await this.api.eventsBefore(id, oldest);
      if (this.recent().at(-1)?.id === oldest) this.recent.update((events) => [...events, ...value]);
    } catch (error) {
      this.refusal.set(toServiceError(error));
    } finally {
      this.readingEarlier.set(false);
    }
  }

  /** Whoever looks at the console is a person; it must be another one than the creator. */
  private mayApprove(createdBy: string): boolean {
    const actor = this.session.session()?.actor;
    return actor !== undefined && decideApprover({ actor, isPerson: true }, createdBy).allowed;
  }

  private async ask(what: JobAction | PersonAction, call: (id: string) => Promise<void>): Promise<boolean> {
    const id = this.latest()?.job.id;
    if (id === undefined || this.underWay() !== null) return false;
    this.underWay.set(what);
    this.refusal.set(null);
    try {
      await call(id);
      return true;
    } catch (error) {
      this.refusal.set(toServiceError(error));
      return false;
    } finally {
      this.underWay.set(null);
    }
  }

  private take({ progress, people, events }: JobChange): void {
    this.clock.observe(progress.job.lastUpdatedDateTime);
    if (progress.job.status !== this.latest()?.job.status) this.refusal.set(null);
    this.latest.set(progress);
    this.everyone.set(this.isFirstMessage ? people : merge(this.everyone(), people));
    if (this.isFirstMessage) this.keepsAllEvents = false;
    const all = [...events.toReversed(), ...(this.isFirstMessage ? [] : this.recent())];
    this.recent.set(this.keepsAllEvents ? all : all.slice(0, KEPT_EVENTS));
    this.isFirstMessage = false;
  }
}

/** Everyone where they stood, with the news of those who changed: rows never move under the pointer. */
function merge(everyone: readonly PersonProgress[], changed: readonly PersonProgress[]): readonly PersonProgress[] {
  if (changed.length === 0) return everyone;
  const news = new Map(changed.map((person) => [person.id, person]));
  return everyone.map((person) => news.get(person.id) ?? person);
}

function hasFailed({ services }: PersonProgress): boolean {
  return services.some(({ status }) => status === ServiceStatus.Failed);
}
