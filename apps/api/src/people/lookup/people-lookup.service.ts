import { IdentityMapping, type MatchedPerson, type PeopleLookup } from '@ferry/contracts';
import type { PersonFacts } from '@ferry/domain';
import { Injectable } from '@nestjs/common';
import { ServiceClock } from '../../clock/service-clock';
import { FactsRepository } from '../../engine/facts.repository';
import { isGuid } from '../../jobs/job-key';
import { TenantsService } from '../../tenants/tenants.service';
import { PeopleRepository, type PersonRecord } from '../people.repository';

/** Finds people of the caller's tenant by what a list calls them. */
@Injectable()
export class PeopleLookupService {
  constructor(
    private readonly tenants: TenantsService,
    private readonly people: PeopleRepository,
    private readonly facts: FactsRepository,
    private readonly clock: ServiceClock,
  ) {}

  /** @throws TenantNotFoundError; a tenant other than the caller's has nobody whom the caller may see */
  async lookUp(callerTenantId: string, tenantId: string, names: readonly string[]): Promise<PeopleLookup> {
    const { id } = await this.tenants.require(callerTenantId, tenantId);
    const keys = [...new Set(names.map((name) => name.toLowerCase()))];
    const found = id === callerTenantId ? await this.people.named(id, keys.filter(isGuid), keys) : [];
    const jobs = await this.facts.jobsHolding(
      id,
      found.map((person) => person.id),
      this.clock.now(),
    );
    const people = new Map<string, MatchedPerson[]>();
    for (const record of found) {
      const person = toMatch(record, jobs.get(record.id) ?? null);
      for (const key of namesOf(person)) people.set(key, [...(people.get(key) ?? []), person]);
    }
    return { value: names.map((name) => ({ name, people: people.get(name.toLowerCase()) ?? [] })) };
  }
}

function namesOf({ id, mail, sourceMail }: MatchedPerson): ReadonlySet<string> {
  return new Set([id, mail, sourceMail].flatMap((name) => (name === null ? [] : name.toLowerCase())));
}

function toMatch({ id, displayName, mail, facts }: PersonRecord, activeJob: string | null): MatchedPerson {
  const { sourceMail = null, identityMapping = IdentityMapping.Missing } = facts as Partial<PersonFacts>;
  return { id, displayName, mail, sourceMail, identityMapping: identityMapping as IdentityMapping, activeJob };
}
