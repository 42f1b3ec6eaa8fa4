import { computed, inject, Service, signal } from '@angular/core';
import { type MigrationEndpoint, type Person, type Tenant, WORKLOADS } from '@ferry/contracts';
import { ServiceClock } from '../../clock/service-clock';
import { type ServiceError, toServiceError } from '../../http/service-error';
import { SessionStore } from '../../session/session-store';
import { JobsApi } from './jobs-api';
import { TenantsApi } from '../../tenants/data/tenants-api';
import { type DraftFaults, type DraftField, draftFaults, faultsOfDetails } from './draft-faults';
import { bodyOf, type JobDraft } from './job-draft';

const HOUR = 3_600_000;

/** A job that is being written: its draft, what is wrong with it, and what can be chosen. */
@Service({ autoProvided: false })
export class JobCreateStore {
  private readonly jobs = inject(JobsApi);
  private readonly tenants = inject(TenantsApi);
  private readonly clock = inject(ServiceClock);
  private readonly session = inject(SessionStore).session;

  private readonly current = signal<JobDraft>(this.firstDraft());
  private readonly touched = signal<ReadonlySet<DraftField>>(new Set());
  private readonly wasSubmitted = signal(false);
  private readonly refusal = signal<ServiceError | null>(null);
  private readonly refusedFields = signal<DraftFaults>({});
  private readonly sending = signal(false);
  private readonly knownTenants = signal<readonly Tenant[]>([]);
  private readonly knownEndpoints = signal<readonly MigrationEndpoint[]>([]);
  private readonly knownPeople = signal<readonly Person[]>([]);
  private readonly readingPeople = signal(true);
  private readonly readFailure = signal<ServiceError | null>(null);

  readonly draft = this.current.asReadonly();
  readonly busy = this.sending.asReadonly();
  readonly people = this.knownPeople.asReadonly();
  readonly loadingPeople = this.readingPeople.asReadonly();
  /** Why tenants, endpoints or people could not be read. */
  readonly loadError = this.readFailure.asReadonly();
  /** Tenants that content can come from. */
  readonly sources = computed(() => this.knownTenants().filter(({ id }) => id !== this.session()?.tenant.id));
  readonly endpoints = computed(() =>
    this.knownEndpoints().filter(({ sourceTenantId }) => sourceTenantId === this.current().sourceTenantId),
  );
  private readonly ownFaults = computed(() => draftFaults(bodyOf(this.current(), this.clock.now()), this.clock.now()));

  /** Faults of the fields that somebody has left, of all after the first try; what the service said stands until changed. */
  readonly faults = computed<DraftFaults>(() => {
    const own = Object.entries(this.ownFaults()).filter(
      ([field]) => this.wasSubmitted() || [...this.touched()].some((touched) => touched === field),
    );
    return { ...this.refusedFields(), ...Object.fromEntries(own) };
  });

  /** What the service refused for a reason that belongs to no field. */
  readonly error = computed(() => (Object.keys(this.refusedFields()).length > 0 ? null : this.refusal()));

  constructor() {
    void this.load();
  }

  change(part: Partial<JobDraft>, ...fields: readonly DraftField[]): void {
    this.current.update((draft) => ({ ...draft, ...part }));
    this.refusal.set(null);
    this.refusedFields.update((faults) =>
      Object.fromEntries(Object.entries(faults).filter(([field]) => !fields.some((changed) => changed === field))),
    );
  }

  chooseSource(sourceTenantId: string): void {
    this.change({ sourceTenantId, sourceEndpoint: '' }, 'sourceTenantId', 'sourceEndpoint');
    this.chooseOnlyEndpoint();
  }

  leave(field: DraftField): void {
    this.touched.update((fields) => new Set([...fields, field]));
  }

  /** The id of the new job; null when something is wrong, here or in the eyes of the service. */
  async create(): Promise<string | null> {
    this.wasSubmitted.set(true);
    this.refusal.set(null);
    this.refusedFields.set({});
    if (this.sending() || Object.keys(this.ownFaults()).length > 0) return null;
    this.sending.set(true);
    try {
      return (await this.jobs.create(bodyOf(this.current(), this.clock.now()))).id;
    } catch (error) {
      const refusal = toServiceError(error);
      this.refusal.set(refusal);
      this.refusedFields.set(faultsOfDetails(refusal.details));
      return null;
    } finally {
      this.sending.set(false);
    }
  }

  async load(): Promise<void> {
    const tenant = this.session()?.tenant;
    if (tenant === undefined) return;
    this.readFailure.set(null);
    this.readingPeople.set(true);
    try {
      const [tenants, endpoints] = await Promise.all([this.tenants.tenants(), this.tenants.endpoints(tenant.id)]);
      this.knownTenants.set(tenants);
      this.knownEndpoints.set(endpoints);
      this.chooseOnlySource();
      this.knownPeople.set([]);
      for await (const page of this.tenants.people(tenant.id)) this.knownPeople.update((all) => [...all, ...page]);
    } catch (error) {
      this.readFailure.set(toServiceError(error));
    } finally {
      this.readingPeople.set(false);
    }
  }

  private firstDraft(): JobDraft {
    return {
      displayName: '',
      sourceTenantId: '',
      sourceEndpoint: '',
      targetDeliveryDomain: this.session()?.tenant.defaultDomain ?? '',
      workloads: WORKLOADS,
      when: 'atDate',
      cutover: inAnHour(this.clock.now()),
      people: [],
    };
  }

  /** The source that an endpoint leads to, if there is only one such; else somebody must choose. */
  private chooseOnlySource(): void {
    const reachable = new Set(this.knownEndpoints().map(({ sourceTenantId }) => sourceTenantId));
    const [first, second] = this.sources().filter(({ id }) => reachable.has(id));
    if (first !== undefined && second === undefined) this.chooseSource(first.id);
  }

  private chooseOnlyEndpoint(): void {
    const [first, second] = this.endpoints();
    if (first !== undefined && second === undefined) this.change({ sourceEndpoint: first.name }, 'sourceEndpoint');
  }
}

/** To the minute, as the form shows it. */
function inAnHour(now: Date): Date {
  const date = new Date(now.getTime() + HOUR);
  date.setSeconds(0, 0);
  return date;
}
