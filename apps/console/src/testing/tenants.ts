import { type MigrationEndpoint, type PeopleFigures, type Person, type Tenant, TenantKind } from '@ferry/contracts';
import { CONTOSO, FABRIKAM } from './jobs';

export function aTenant(part: Partial<Tenant> = {}): Tenant {
  return {
    id: CONTOSO,
    displayName: 'Contoso',
    defaultDomain: 'contoso.example',
    kind: TenantKind.Open,
    services: {},
    ...part,
  };
}

export const FABRIKAM_TENANT = aTenant({ id: FABRIKAM, displayName: 'Fabrikam', defaultDomain: 'fabrikam.example' });

export function anEndpoint(part: Partial<MigrationEndpoint> = {}): MigrationEndpoint {
  return {
    name: 'contoso-endpoint',
    sourceTenantId: CONTOSO,
    services: {},
    limits: { connections: null, itemsPerSecond: null, bytesPerSecond: null },
    ...part,
  };
}

/** Somebody of the directory, whose id is the name. */
export function aDirectoryPerson(displayName: string, part: Partial<Person> = {}): Person {
  return { id: displayName, displayName, mail: `${displayName}@fabrikam.example`, sourceMail: null, ...part };
}

export const FIGURES: PeopleFigures = {
  people: 2,
  mapped: 2,
  inScopeGroup: 2,
  exchangePlan: 2,
  teamsLicence: 1,
  oneDriveLicence: 2,
};
