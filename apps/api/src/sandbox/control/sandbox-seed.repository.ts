import { TenantKind } from '@ferry/contracts';
import { Injectable } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import { Database } from '../../database/database';
import { migrationEndpoints, people, sourceTenants, tenants } from '../../database/schema';
import { SANDBOX_ENDPOINTS, SANDBOX_TENANTS, sandboxPeople, type SeedTenant } from '../sandbox-directory';

/** Every statement about what the sandbox is seeded with. */
@Injectable()
export class SandboxSeedRepository {
  constructor(private readonly database: Database) {}

  /**
   * Writes the seeded tenants, endpoints and people, replacing what they said before; doing it twice is harmless. What
   * callers have added stays: connections, limits, logins, and whatever is none of the sandbox.
   */
  async seed(): Promise<void> {
    await this.database.transaction(async (tx) => {
      const seeded = {
        displayName: sql`excluded.display_name`,
        defaultDomain: sql`excluded.default_domain`,
        kind: sql`excluded.kind`,
        settings: sql`excluded.settings`,
      };
      await tx
        .insert(tenants)
        .values(SANDBOX_TENANTS.map(toRow))
        .onConflictDoUpdate({ target: tenants.id, set: seeded });
      await tx
        .insert(sourceTenants)
        .values(
          SANDBOX_ENDPOINTS.flatMap(({ tenantId, sourceTenantId }) =>
            SANDBOX_TENANTS.filter(({ id }) => id === sourceTenantId).map((tenant) => ({ ...toRow(tenant), tenantId })),
          ),
        )
        .onConflictDoUpdate({ target: [sourceTenants.tenantId, sourceTenants.id], set: seeded });
      await tx
        .insert(migrationEndpoints)
        .values([...SANDBOX_ENDPOINTS])
        .onConflictDoUpdate({
          target: [migrationEndpoints.tenantId, migrationEndpoints.name],
          set: { sourceTenantId: sql`excluded.source_tenant_id` },
        });
      await tx
        .insert(people)
        .values(
          SANDBOX_TENANTS.flatMap((tenant) =>
            sandboxPeople(tenant.id).map(({ id, tenantId, displayName, mail, facts }) => ({
              id,
              tenantId,
              displayName,
              mail,
              facts: { ...facts },
            })),
          ),
        )
        .onConflictDoUpdate({
          target: [people.tenantId, people.id],
          set: {
            displayName: sql`excluded.display_name`,
            mail: sql`excluded.mail`,
            facts: sql`excluded.facts`,
          },
        });
    });
  }
}

function toRow({ id, displayName, defaultDomain, settings }: SeedTenant) {
  return { id, displayName, defaultDomain, settings: { ...settings }, kind: TenantKind.Sandbox };
}
