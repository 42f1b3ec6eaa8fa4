import { JobStatus, JobType, ServiceStatus, Workload } from '@ferry/contracts';
import { isFinal, type JobSituation, type PersonSituation } from '@ferry/domain';
import { fateOf } from './people';

/** One workload of a person, in the model. */
export interface ModelWorkload {
  status: ServiceStatus;
  held: boolean;
}

/** A person of the job, in the model. */
export class ModelPerson {
  removed = false;
  acceptedSkipped = 0;
  readonly workloads: Map<Workload, ModelWorkload>;

  constructor(
    readonly number: number,
    workloads: readonly Workload[],
  ) {
    this.workloads = new Map(workloads.map((one) => [one, { status: ServiceStatus.NotStarted, held: false }]));
  }

  get situation(): PersonSituation {
    return { workloads: [...this.workloads.values()], removed: this.removed };
  }
}

/** What a job is created with. */
export interface ModelCreation {
  readonly people: readonly number[];
  readonly workloads: readonly Workload[];
  readonly createdAs: JobType | null;
  readonly completeAfter: Date;
}

/** The settings that the model plays under. */
export interface ModelRules {
  readonly requireApproval: boolean;
  readonly skippedItemsAllowed: number;
  readonly validationDays: number;
}

/**
 * One job as the documents describe it: no queue, no slices, no database. It is told what is asked for, and where
 * nothing more can happen without somebody asking is where the engine has to arrive, too.
 */
export class JobModel implements JobSituation {
  status: JobStatus;
  jobType: JobType;
  validatedAt: Date | null = null;
  attempt = 0;
  gone = false;
  /** Every status in which it has come to rest. */
  readonly seen = new Set<JobStatus>();
  skippedItemsAllowed: number;
  completeAfter: Date;
  readonly createdAs: JobType | null;
  readonly people: ModelPerson[];
  private readonly chosen: readonly Workload[];

  constructor(
    readonly id: string,
    readonly creation: ModelCreation,
    readonly rules: ModelRules,
  ) {
    this.chosen = creation.workloads;
    this.createdAs = creation.createdAs;
    this.jobType = creation.createdAs ?? JobType.Validate;
    this.completeAfter = creation.completeAfter;
    this.status = this.createdAs === JobType.Validate ? JobStatus.ValidateSubmitted : JobStatus.Submitted;
    this.skippedItemsAllowed = rules.skippedItemsAllowed;
    this.people = creation.people.map((number) => new ModelPerson(number, this.chosen));
  }

  get present(): ModelPerson[] {
    return this.people.filter((person) => !person.removed);
  }

  validate(): void {
    this.jobType = JobType.Validate;
    this.validatedAt = null;
    this.reset();
    this.status = JobStatus.ValidateSubmitted;
  }

  migrate(): void {
    this.jobType = JobType.Migrate;
    this.reset();
    if (this.rules.requireApproval) this.status = JobStatus.Submitted;
    else this.begin();
  }

  approve(): void {
    this.status = JobStatus.Approved;
  }

  cancel(): void {
    this.status = JobStatus.PendingCancel;
  }

  delete(): void {
    this.status = JobStatus.PendingDelete;
  }

  add(number: number): void {
    this.people.push(new ModelPerson(number, this.chosen));
  }

  remove(person: ModelPerson): void {
    person.removed = true;
    takeBack(person);
    if (this.present.length === 0 && !isFinal(this.status)) this.status = JobStatus.PendingCancel;
  }

  accept(person: ModelPerson): void {
    person.acceptedSkipped = fateOf(person.number).tooLarge;
    for (const workload of person.workloads.values()) workload.held = false;
  }

  allow(items: number): void {
    this.skippedItemsAllowed = items;
    for (const person of this.present) {
      const covered = [...person.workloads.values()].some(({ held }) => held);
      if (covered && fateOf(person.number).tooLarge <= items) this.accept(person);
    }
  }

  /** Goes on until nothing more can happen at this moment unless somebody asks for it. */
  settle(now: Date): void {
    for (let before = ''; before !== this.fingerprint();) {
      before = this.fingerprint();
      this.step(now);
    }
    this.seen.add(this.status);
  }

  /** Everything that the engine has to agree with. */
  fingerprint(): string {
    if (this.gone) return 'gone';
    const people = this.people.map(({ number, removed, workloads }) => {
      const states = [...workloads].map(([name, { status, held }]) => `${name} ${status}${held ? ' held' : ''}`);
      return `${number}${removed ? ' removed' : ''}: ${states.sort().join(', ')}`;
    });
    return [`${this.status} (${this.jobType}, attempt ${this.attempt})`, ...people.sort()].join('\n');
  }

  private step(now: Date): void {
    switch (this.status) {
      case JobStatus.Submitted:
        if (this.jobType === JobType.Migrate && !this.rules.requireApproval) this.begin();
        return;
      case JobStatus.Approved:
        return this.begin();
      case JobStatus.ValidateSubmitted:
        return this.check();
      case JobStatus.Processing:
        return this.set(this.start());
      case JobStatus.InProgress:
      case JobStatus.AdminActionRequired:
      case JobStatus.CuttingOver:
        return this.set(this.move(now));
      case JobStatus.PendingCancel:
        for (const person of this.present) takeBack(person);
        return this.set(JobStatus.Cancelled);
      case JobStatus.PendingDelete:
        this.gone = true;
        return;
      default:
        return;
    }
  }

  private set(status: JobStatus): void {
    this.status = status;
  }

  /** What is not finished begins anew. */
  private reset(): void {
    this.each((workload) => {
      if (workload.status === ServiceStatus.Completed || workload.status === ServiceStatus.Cancelled) return;
      workload.status = ServiceStatus.NotStarted;
      workload.held = false;
    });
  }

  private begin(): void {
    this.attempt += 1;
    this.reset();
    this.status = JobStatus.Processing;
  }

  private check(): void {
    this.each((workload, name, person) => {
      if (workload.status !== ServiceStatus.NotStarted) return;
      workload.status = fateOf(person.number).unfit.includes(name) ? ServiceStatus.Invalid : ServiceStatus.Valid;
    });
    const found = this.some(ServiceStatus.Invalid);
    this.status = found ? JobStatus.ValidateFailed : JobStatus.ValidatePassed;
  }

  private start(): JobStatus {
    this.each((workload, name, person) => {
      if (workload.status !== ServiceStatus.NotStarted) return;
      const unfit = fateOf(person.number).unfit.includes(name);
      if (unfit) workload.status = ServiceStatus.Failed;
      else workload.status = name === Workload.Exchange ? ServiceStatus.Syncing : ServiceStatus.Synced;
    });
    return this.ended() ?? JobStatus.InProgress;
  }

  private move(now: Date): JobStatus {
    const due = now >= this.completeAfter;
    for (const person of this.present) {
      this.moveMailbox(person, due);
      if (due) this.moveOthers(person);
    }
    const ended = this.ended();
    if (ended) return ended;
    if (this.present.some(({ workloads }) => [...workloads.values()].some(({ held }) => held))) {
      return JobStatus.AdminActionRequired;
    }
    return due && !this.some(ServiceStatus.Syncing) ? JobStatus.CuttingOver : JobStatus.InProgress;
  }

  private moveMailbox(person: ModelPerson, due: boolean): void {
    const mailbox = person.workloads.get(Workload.Exchange);
    if (!mailbox || mailbox.held) return;
    const { failing, tooLarge } = fateOf(person.number);
    const mayPass = tooLarge <= Math.max(this.skippedItemsAllowed, person.acceptedSkipped);
    if (mailbox.status === ServiceStatus.Syncing) {
      mailbox.status = failing.includes(Workload.Exchange) ? ServiceStatus.Failed : ServiceStatus.Synced;
      mailbox.held = mailbox.status === ServiceStatus.Synced && !mayPass;
    } else if (mailbox.status === ServiceStatus.Synced && due) {
      mailbox.status = mayPass ? ServiceStatus.Completed : ServiceStatus.Finalizing;
      mailbox.held = !mayPass;
    } else if (mailbox.status === ServiceStatus.Finalizing) mailbox.status = ServiceStatus.Completed;
  }

  private moveOthers(person: ModelPerson): void {
    const mailbox = person.workloads.get(Workload.Exchange)?.status;
    if (mailbox !== undefined && mailbox !== ServiceStatus.Completed && mailbox !== ServiceStatus.Failed) return;
    for (const [name, workload] of person.workloads) {
      if (name === Workload.Exchange || workload.status !== ServiceStatus.Synced) continue;
      const isLost = name === Workload.Meeting && mailbox === ServiceStatus.Failed;
      const fails = isLost || fateOf(person.number).failing.includes(name);
      workload.status = fails ? ServiceStatus.Failed : ServiceStatus.Completed;
    }
  }

  private ended(): JobStatus | null {
    const statuses = this.present.flatMap(({ workloads }) => [...workloads.values()].map(({ status }) => status));
    const [completed, failed] = [ServiceStatus.Completed, ServiceStatus.Failed].map(
      (wanted) => statuses.filter((status) => status === wanted).length,
    );
    if ((completed ?? 0) + (failed ?? 0) < statuses.length) return null;
    if (failed === 0) return JobStatus.Completed;
    return completed === 0 ? JobStatus.Failed : JobStatus.CompletedWithErrors;
  }

  private some(wanted: ServiceStatus): boolean {
    return this.present.some(({ workloads }) => [...workloads.values()].some(({ status }) => status === wanted));
  }

  private each(act: (workload: ModelWorkload, name: Workload, person: ModelPerson) => void): void {
    for (const person of this.present) for (const [name, workload] of person.workloads) act(workload, name, person);
  }
}

function takeBack(person: ModelPerson): void {
  for (const workload of person.workloads.values()) {
    workload.held = false;
    if (workload.status !== ServiceStatus.Completed) workload.status = ServiceStatus.Cancelled;
  }
}
