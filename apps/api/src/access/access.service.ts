import { AuthKind, TenantKind, type Workload } from '@ferry/contracts';
import type { PersonFacts } from '@ferry/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import type { StoredAuth, StoredConnection } from '../connections/stored-connection';
import { MigrationEndpointsRepository } from '../endpoints/migration-endpoints.repository';
import type { JobRecord } from '../jobs/job.record';
import { PeopleRepository } from '../people/people.repository';
import { SOURCE_PASSWORD, TARGET_PASSWORD } from '../people/person.mapper';
import type { SecretHolder } from '../secrets/secret-place';
import { SecretsService } from '../secrets/secrets.service';
import { TenantsRepository } from '../tenants/tenants.repository';
import { AccessMissingError, type ServiceAccess, type SignIn } from './service-access';

/** Which source is meant: that of a job, or of an endpoint without a job. */
export type SourceOf = Pick<JobRecord, 'tenantId' | 'sourceTenantId' | 'sourceEndpoint'>;

/** A person at one side of a migration. */
interface Account {
  readonly tenantId: string;
  readonly personId: string;
  readonly login: string | null;
  readonly part: typeof SOURCE_PASSWORD | typeof TARGET_PASSWORD;
}

/**
 * Finds out how the workloads of people are reached, with what is needed to sign in. A connection goes before the sandbox:
 * whoever registers one for a tenant of the sandbox means it (ADR 0030).
 */
@Injectable()
export class AccessService {
  constructor(
    private readonly database: Database,
    private readonly tenants: TenantsRepository,
    private readonly endpoints: MigrationEndpointsRepository,
    private readonly people: PeopleRepository,
    private readonly secrets: SecretsService,
  ) {}

  /** How a person is reached at the source: by the endpoint, or as the source tenant says itself. @throws AccessMissingError */
  async toSource(source: SourceOf, personId: string, service: Workload): Promise<ServiceAccess> {
    const { tenantId, sourceTenantId, sourceEndpoint } = source;
    const endpoint = sourceEndpoint === null ? null : await this.endpoints.find(tenantId, sourceEndpoint);
    const own = endpoint?.sourceTenantId === sourceTenantId ? endpoint.services[service] : undefined;
    const account = () => this.accountAtSource(tenantId, personId);
    if (endpoint && own) return this.over(own, { kind: 'endpoint', id: endpoint.name }, service, account);
    return this.toTenant(tenantId, sourceTenantId, service, account);
  }

  /** How a person is reached at the target. @throws AccessMissingError */
  toTarget(tenantId: string, personId: string, service: Workload): Promise<ServiceAccess> {
    return this.toTenant(tenantId, tenantId, service, () => this.accountAtTarget(tenantId, personId));
  }

  private async toTenant(
    knownBy: string,
    id: string,
    service: Workload,
    account: () => Promise<Account>,
  ): Promise<ServiceAccess> {
    const tenant = await this.tenants.find(knownBy, id);
    const connection = tenant?.services[service];
    if (connection) return this.over(connection, { kind: 'tenant', id }, service, account);
    if (tenant?.kind === TenantKind.Sandbox) return { over: 'sandbox' };
    throw new AccessMissingError(
      `Nothing says how ${service} of the tenant ${id} is reached.`,
      `Register a connection for ${service} at the tenant or at the migration endpoint.`,
    );
  }

  private async over(
    connection: StoredConnection,
    holder: SecretHolder,
    service: Workload,
    account: () => Promise<Account>,
  ): Promise<ServiceAccess> {
    const person = await account();
    return { over: 'connection', connection, signIn: await this.signIn(connection.auth, holder, service, person) };
  }

  private async signIn(auth: StoredAuth, holder: SecretHolder, service: Workload, account: Account): Promise<SignIn> {
    const { tenantId, personId, login: user, part } = account;
    if (user === null) {
      throw new AccessMissingError(
        `The person ${personId} has no login and no address at the ${part}.`,
        `Import the person with ${part}Login, or with an address there.`,
      );
    }
    if (auth.kind === AuthKind.Password) {
      const password = await this.secretOf(tenantId, { kind: 'person', id: personId }, part);
      if (password !== null) return { kind: auth.kind, user, password };
      throw new AccessMissingError(
        `No password of the person ${personId} is known for the ${part}.`,
        `Import the person with ${part}Password, or sign in by a master user.`,
      );
    }
    const secret = await this.secretOf(tenantId, holder, service);
    if (secret === null) {
      throw new AccessMissingError(
        `The secret of the connection of ${holder.kind} '${holder.id}' is missing.`,
        'Change the connection, and give its secret.',
      );
    }
    if (auth.kind === AuthKind.MasterUser) {
      const { kind, user: master, form, separator } = auth;
      return { kind, user, master, form, separator, password: secret };
    }
    const { kind, tokenEndpoint, clientId, scope } = auth;
    return { kind, user, tokenEndpoint, clientId, clientSecret: secret, scope };
  }

  private async secretOf(tenantId: string, holder: SecretHolder, part: string): Promise<string | null> {
    const opened = await this.secrets.open(this.database.orm, tenantId, holder.kind, [holder.id]);
    return opened.get(holder.id)?.get(part) ?? null;
  }

  private async accountAtSource(tenantId: string, personId: string): Promise<Account> {
    const person = await this.people.find(tenantId, personId);
    const { sourceMail = null } = (person?.facts ?? {}) as Partial<PersonFacts>;
    return { tenantId, personId, login: person?.sourceLogin ?? sourceMail, part: SOURCE_PASSWORD };
  }

  private async accountAtTarget(tenantId: string, personId: string): Promise<Account> {
    const person = await this.people.find(tenantId, personId);
    return { tenantId, personId, login: person?.targetLogin ?? person?.mail ?? null, part: TARGET_PASSWORD };
  }
}
