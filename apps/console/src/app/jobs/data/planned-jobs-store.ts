import { computed, inject, Service } from '@angular/core';
import { ServiceClock } from '../../clock/service-clock';
import { createJobBody } from './job-draft/create-job-body';
import { cutoverOf, draftFaults } from './job-draft/draft-faults';
import { planJobs, type PlannedJob } from './job-draft/planned-jobs';
import type { PlannedRequest } from './request-texts/planned-request';
import { DirectoryStore } from './directory-store';
import { JobDraftStore } from './job-draft-store';
import { PeopleFileStore } from './people-file-store';

/** Whom a job would be about. */
export interface NamedPerson {
  readonly id: string;
  readonly displayName: string;
  readonly mail: string;
}

/** What a draft comes to: its people, the jobs they are divided into, the requests, and what is wrong. */
@Service({ autoProvided: false })
export class PlannedJobsStore {
  private readonly clock = inject(ServiceClock);
  private readonly drafts = inject(JobDraftStore);
  private readonly files = inject(PeopleFileStore);
  private readonly directory = inject(DirectoryStore);

  /** Object ids of everybody who was chosen, also of those who stay out because of the pre-flight. */
  readonly chosen = computed<readonly string[]>(
    () => (this.drafts.draft().origin === 'file' ? this.files.people() : this.directory.picked().map(({ id }) => id)),
    { equal: sameTexts },
  );
  readonly leftOut = computed(() => {
    const chosen = new Set(this.chosen());
    return new Set(this.drafts.draft().leftOut.filter((id) => chosen.has(id)));
  });
  /** Those who are in the jobs; once one of these exists, it is settled who. */
  readonly people = computed(() =>
    this.drafts.isFixed()
      ? this.drafts.draft().creations.flatMap(({ people }) => people)
      : this.chosen().filter((id) => !this.leftOut().has(id)),
  );

  /** The jobs: those that were begun to be created, else as they would be now. */
  readonly jobs = computed<readonly PlannedJob[]>(() => {
    const draft = this.drafts.draft();
    return this.drafts.isFixed() ? draft.creations : planJobs(draft, this.people(), this.drafts.most());
  });

  readonly cutover = computed(() => cutoverOf(this.drafts.draft(), this.clock.now()), {
    equal: (one, other) => one?.getTime() === other?.getTime(),
  });

  readonly requests = computed<readonly PlannedRequest[]>(() => {
    const draft = this.drafts.draft();
    const cutover = this.cutover();
    return this.jobs().map((job) => ({
      body: createJobBody(draft, job, cutover),
      validates: draft.start === 'validate',
    }));
  });

  readonly faults = computed(() => draftFaults(this.drafts.draft(), this.jobs(), this.clock.now()), {
    equal: (one, other) => JSON.stringify(one) === JSON.stringify(other),
  });

  /** Somebody by object id, as far as it is known who that is. */
  person(id: string): NamedPerson {
    return this.named().get(id) ?? { id, displayName: id, mail: '' };
  }

  private readonly named = computed<ReadonlyMap<string, NamedPerson>>(
    () =>
      new Map<string, NamedPerson>([
        ...this.directory.picked().map((person) => [person.id, person] as const),
        ...this.files.known(),
      ]),
  );
}

function sameTexts(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, index) => text === other[index]);
}
