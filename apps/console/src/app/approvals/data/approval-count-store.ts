import {
  computed,
  DestroyRef,
  effect,
  inject,
  Injector,
  runInInjectionContext,
  Service,
  signal,
  untracked,
} from '@angular/core';
import { API_ROUTES, type CrossTenantMigrationJob, JobStatus } from '@ferry/contracts';
import { LiveConnection } from '../../live/live-connection';
import { ServiceContact } from '../../live/service-contact';
import { Together } from '../../live/together';
import { SessionStore } from '../../session/session-store';
import { approvalBar } from './approval-bar';
import { ApprovalsApi } from './approvals-api';

const READ_MILLISECONDS = 5_000;

/**
 * How many migrations whoever is signed in can approve, live. Somebody who may only look needs no number. Nobody sees it
 * in a tab that is hidden, which therefore gives its stream back: a browser has six of them for all tabs (HTTP/1.1).
 */
@Service({ autoProvided: false })
export class ApprovalCountStore {
  private readonly api = inject(ApprovalsApi);
  private readonly sessions = inject(SessionStore);
  private readonly proposed = signal<ReadonlySet<string>>(new Set());
  private readonly mine = signal(0);
  private readonly again = new Together(READ_MILLISECONDS, () => void this.read());
  private stream: LiveConnection<CrossTenantMigrationJob> | null = null;

  readonly count = computed(() => (this.sessions.canWrite() ? this.mine() : 0));

  constructor() {
    const injector = inject(Injector);
    const { returns } = inject(ServiceContact);
    const follow = () => (document.hidden ? this.stream?.pause() : this.stream?.resume());
    document.addEventListener('visibilitychange', follow);
    inject(DestroyRef).onDestroy(() => {
      document.removeEventListener('visibilitychange', follow);
      this.again.stop();
    });
    effect(() => {
      const canWrite = this.sessions.canWrite();
      untracked(() => {
        if (canWrite && this.stream === null) runInInjectionContext(injector, () => this.open());
      });
    });
    effect(() => {
      const hasReturned = returns() > 0;
      untracked(() => hasReturned && this.stream !== null && !document.hidden && this.again.ask());
    });
  }

  private open(): void {
    const look = () => this.again.ask();
    this.stream = new LiveConnection<CrossTenantMigrationJob>(
      `/${API_ROUTES.jobChanges}`,
      {
        opened: look,
        message: ({ id, status }) => (status === JobStatus.Submitted || this.proposed().has(id)) && look(),
        deleted: ({ id }) => this.proposed().has(id) && look(),
        missed: look,
      },
      'frame',
    );
    if (document.hidden) this.stream.pause();
  }

  /** What cannot be read leaves the number as it was; the page that is open says what is wrong. */
  private async read(): Promise<void> {
    const session = this.sessions.session();
    const proposals = await this.api.proposals().catch(() => null);
    if (proposals === null) return;
    this.proposed.set(new Set(proposals.map(({ job }) => job.id)));
    this.mine.set(proposals.filter(({ job }) => approvalBar(session, job) === null).length);
  }
}
