import { TenantKind } from '@ferry/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../database/database';
import { SANDBOX_ENDPOINTS, SANDBOX_TENANTS, sandboxPeople } from '../sandbox-directory';
import { TenantsRepository } from '../../tenants/tenants.repository';

/** Puts the sandbox tenants, their endpoints and their people into the directory; at every start, with the same result. */
@Injectable()
export class SandboxSeed implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly tenants: TenantsRepository,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.database.transaction((tx) =>
      this.tenants.upsert(tx, {
        tenants: SANDBOX_TENANTS.map(({ id, displayName, defaultDomain, settings }) => ({
          id,
          displayName,
          defaultDomain,
          settings: { ...settings },
          kind: TenantKind.Sandbox,
        })),
        endpoints: [...SANDBOX_ENDPOINTS],
        people: SANDBOX_TENANTS.flatMap((tenant) =>
          sandboxPeople(tenant.id).map(({ id, tenantId, displayName, mail, facts }) => ({
            id,
            tenantId,
            displayName,
            mail,
            facts: { ...facts },
          })),
        ),
      }),
    );
  }
}
