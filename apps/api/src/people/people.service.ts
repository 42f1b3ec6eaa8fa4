import type { PeopleFigures, Person } from '@ferry/contracts';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import { NotFoundError } from '../graph/graph-http-error';
import { isGuid } from '../jobs/job-key';
import { SecretsService } from '../secrets/secrets.service';
import { TenantsService } from '../tenants/tenants.service';
import { decodePosition, encodePosition } from './people-position';
import { NOBODY, PeopleRepository } from './people.repository';
import { toPerson } from './person.mapper';

/** No such person at the tenant (404). */
export class PersonNotFoundError extends NotFoundError {
  constructor(id: string) {
    super(`The person '${id}' does not exist at this tenant. Use the object id of a person who was imported.`);
  }
}

/** A page of people: the people, and the text that asks for the next page. */
export interface PeoplePage {
  readonly value: Person[];
  readonly next: string | null;
}

/** The people of the caller's tenant. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly database: Database,
    private readonly repository: PeopleRepository,
    private readonly tenants: TenantsService,
    private readonly secrets: SecretsService,
  ) {}

  /** A page of the people of a tenant, by name; a source tenant has none that the caller may see. */
  async page(
    callerTenantId: string,
    tenantId: string,
    search: string | null,
    token: string | null,
    limit: number,
  ): Promise<PeoplePage> {
    const { id } = await this.tenants.require(callerTenantId, tenantId);
    const after = token ? decodePosition(token) : null;
    if (id !== callerTenantId) return { value: [], next: null };
    const rows = await this.repository.page(id, search, after, limit + 1);
    const shown = rows.slice(0, limit);
    const ids = shown.map((row) => row.id);
    const dates = await this.secrets.dates(id, 'person', ids);
    const last = shown.at(-1);
    return {
      value: shown.map((row) => toPerson(row, dates.get(row.id))),
      next: rows.length > limit && last ? encodePosition(last) : null,
    };
  }

  /** The people of a tenant in numbers; a source tenant has none that the caller may see. */
  async figures(callerTenantId: string, tenantId: string): Promise<PeopleFigures> {
    const { id } = await this.tenants.require(callerTenantId, tenantId);
    return id === callerTenantId ? this.repository.figures(id) : NOBODY;
  }

  async get(callerTenantId: string, tenantId: string, personId: string): Promise<Person> {
    const { id } = await this.tenants.require(callerTenantId, tenantId);
    const key = personId.toLowerCase();
    const person = id === callerTenantId && isGuid(key) ? await this.repository.find(id, key) : null;
    if (!person) throw new PersonNotFoundError(personId);
    return toPerson(person, (await this.secrets.dates(id, 'person', [key])).get(key));
  }

  /** Forgets a person and the credentials; jobs that have the person find nobody at their next checks. */
  async remove(callerTenantId: string, tenantId: string, personId: string): Promise<void> {
    const { id } = await this.tenants.require(callerTenantId, tenantId);
    const key = personId.toLowerCase();
    if (id !== callerTenantId || !isGuid(key)) throw new PersonNotFoundError(personId);
    await this.database.transaction(async (tx) => {
      if (!(await this.repository.remove(tx, id, key))) throw new PersonNotFoundError(personId);
      await this.secrets.remove(tx, id, { kind: 'person', id: key });
    });
  }
}
