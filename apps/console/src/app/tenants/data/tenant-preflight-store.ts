import { computed, inject, Service, signal } from '@angular/core';
import { type MigrationEndpoint, type Preflight, type Tenant, type Workload, WORKLOADS } from '@ferry/contracts';
import { type ServiceError, toServiceError } from '../../http/service-error';
import { joinedRuns } from '../../jobs/data/job-draft/preflight-causes';
import { SessionStore } from '../../session/session-store';
import { TenantsApi } from './tenants-api';

const LARGEST_PAGE = 999;

/** What is to be checked; people are null for everybody, else addresses and object ids. */
export interface PreflightQuestion {
  readonly sourceTenantId: string;
  readonly sourceEndpoint: string;
  readonly workloads: readonly Workload[];
  readonly people: readonly string[] | null;
}

/** All checks for people of the own tenant, before anybody thinks of a job. */
@Service({ autoProvided: false })
export class TenantPreflightStore {
  private readonly api = inject(TenantsApi);
  private readonly session = inject(SessionStore).session;
  private readonly tenants = signal<readonly Tenant[] | null>(null);
  private readonly ways = signal<readonly MigrationEndpoint[]>([]);
  private readonly readFailure = signal<ServiceError | null>(null);
  private readonly runs = signal<readonly Preflight[]>([]);
  private readonly names = signal<ReadonlyMap<string, string>>(new Map());
  private readonly unfound = signal<readonly string[]>([]);
  private readonly all = signal(0);
  private readonly running = signal(false);
  private readonly failure = signal<ServiceError | null>(null);
  private question: PreflightQuestion | null = null;

  /** Null before they have come. */
  readonly sources = computed(() => this.tenants()?.filter(({ id }) => id !== this.ownId()) ?? null);
  readonly endpoints = this.ways.asReadonly();
  readonly loadError = this.readFailure.asReadonly();
  readonly busy = this.running.asReadonly();
  /** Why the checks could not be made. */
  readonly error = this.failure.asReadonly();
  /** Null while nothing was checked. */
  readonly result = computed(() => (this.running() || this.failure() !== null ? null : joinedRuns(this.runs())));
  readonly checked = computed(() => this.runs().reduce((sum, { people }) => sum + people, 0));
  /** How many people are to be checked. */
  readonly asked = this.all.asReadonly();
  /** Names that fit nobody, or several people. */
  readonly unknown = this.unfound.asReadonly();

  constructor() {
    void this.load();
  }

  async load(): Promise<void> {
    this.readFailure.set(null);
    try {
      const [tenants, endpoints] = await Promise.all([this.api.tenants(), this.api.endpoints(this.ownId())]);
      this.ways.set(endpoints);
      this.tenants.set(tenants);
    } catch (error) {
      this.readFailure.set(toServiceError(error));
    }
  }

  nameOf(id: string): string {
    return this.names().get(id) ?? id;
  }

  /** Asks once more what was asked last. */
  async again(): Promise<void> {
    if (this.question !== null) await this.run(this.question);
  }

  /** Makes the checks, in parts that the service takes. */
  async run(question: PreflightQuestion): Promise<void> {
    if (this.running()) return;
    this.question = question;
    this.runs.set([]);
    this.unfound.set([]);
    this.all.set(0);
    this.failure.set(null);
    this.running.set(true);
    try {
      const people = await (question.people === null ? this.everybody() : this.lookUp(question.people));
      this.all.set(people.length);
      const most = this.session()?.maxResourcesPerJob ?? people.length;
      for (let from = 0; from < people.length; from += most) {
        const run = await this.api.preflight(this.ownId(), {
          sourceTenantId: question.sourceTenantId,
          sourceEndpoint: question.sourceEndpoint || null,
          workloads: WORKLOADS.filter((workload) => question.workloads.includes(workload)),
          people: people.slice(from, from + most),
        });
        this.runs.update((runs) => [...runs, run]);
      }
    } catch (error) {
      this.failure.set(toServiceError(error));
    } finally {
      this.running.set(false);
    }
  }

  private async everybody(): Promise<string[]> {
    const known = new Map<string, string>();
    let page = await this.api.people(this.ownId(), '', LARGEST_PAGE);
    for (;;) {
      for (const { id, displayName } of page.value) known.set(id, displayName);
      if (page.nextLink === undefined) break;
      page = await this.api.peoplePage(page.nextLink);
    }
    this.names.set(known);
    return [...known.keys()];
  }

  private async lookUp(names: readonly string[]): Promise<string[]> {
    const matches = await this.api.lookUp(this.ownId(), names);
    const found = matches.flatMap(({ people: [only, another] }) => (only && !another ? [only] : []));
    this.unfound.set(matches.filter(({ people }) => people.length !== 1).map(({ name }) => name));
    this.names.set(new Map(found.map(({ id, displayName }) => [id, displayName])));
    return [...this.names().keys()];
  }

  private ownId(): string {
    return this.session()?.tenant.id ?? '';
  }
}
