import { inject, Service, signal } from '@angular/core';
import type { Person } from '@ferry/contracts';
import { type ServiceError, toServiceError } from '../../http/service-error';
import { PeopleApi } from './people-api';

/** People who are offered at a time: as many as a list shows without scrolling. */
const OFFERED = 8;

/** Finds people of a tenant by what somebody types. */
@Service({ autoProvided: false })
export class PersonSearchStore {
  private readonly api = inject(PeopleApi);
  private readonly offered = signal<readonly Person[] | null>(null);
  private readonly failure = signal<ServiceError | null>(null);
  private asked = 0;

  /** Null until the first answer. */
  readonly people = this.offered.asReadonly();
  readonly error = this.failure.asReadonly();

  /** Looks for people. Of several questions, the answer to the last one is shown. */
  async find(tenantId: string, search: string): Promise<readonly Person[]> {
    const asked = (this.asked += 1);
    try {
      const { people } = await this.api.page(tenantId, { search: search.trim(), from: '', top: OFFERED });
      if (asked !== this.asked) return [];
      this.failure.set(null);
      this.offered.set(people);
      return people;
    } catch (error) {
      if (asked === this.asked) this.failure.set(toServiceError(error));
      return [];
    }
  }
}
