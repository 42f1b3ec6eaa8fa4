import { type CreateCrossTenantMigrationJob, JobStatus, JobType, ResourceType, Workload } from '@ferry/contracts';
import type { CheckFacts, JobSituation, PersonFacts, TenantSettings } from '@ferry/domain';

const CONTOSO = '11111111-1111-4111-8111-111111111111';
const FABRIKAM = '22222222-2222-4222-8222-222222222222';
const PERSON = '22222222-0000-4000-8000-000000000001';

/** A body that creates a job for one person of Fabrikam; a spec sets only what it talks about. */
export function createJobBody(overrides: Partial<CreateCrossTenantMigrationJob> = {}): CreateCrossTenantMigrationJob {
  return {
    displayName: 'First wave',
    sourceTenantId: CONTOSO,
    completeAfterDateTime: new Date('2099-01-01T00:00:00Z'),
    exchangeSettings: { sourceEndpoint: 'contoso-endpoint', targetDeliveryDomain: 'fabrikam.example' },
    workloads: [Workload.Exchange, Workload.ODSP, Workload.Teams, Workload.Meeting],
    resourceType: ResourceType.Users,
    resources: [PERSON],
    ...overrides,
  };
}

/** Where a job stands that was just created and has a day until its cutover. */
export function jobSituation(overrides: Partial<JobSituation> = {}): JobSituation {
  return {
    status: JobStatus.Submitted,
    jobType: JobType.Validate,
    createdAs: null,
    validatedAt: null,
    completeAfter: new Date('2025-06-02T00:00:00Z'),
    ...overrides,
  };
}

/** A tenant in which every prerequisite is met. */
export function tenantSettings(overrides: Partial<TenantSettings> = {}): TenantSettings {
  return {
    organizationRelationship: true,
    teamsApp: true,
    teamsAppRoles: true,
    meetingApp: true,
    meetingAppRoles: true,
    calendarRbac: true,
    exchangeAdministratorRole: true,
    autoForwarding: true,
    ctmsApp: true,
    oneDriveTrust: true,
    ...overrides,
  };
}

/** A person who can be migrated. */
export function personFacts(overrides: Partial<PersonFacts> = {}): PersonFacts {
  return {
    displayName: 'Ann Beebe',
    mail: 'ann.beebe@fabrikam.example',
    identityMapping: 'completed',
    sourcePersonId: '11111111-0000-4000-8000-000000000001',
    sourceMail: 'ann.beebe@contoso.example',
    inScopeGroup: true,
    scopeGroup: 'Ferry Migration Scope',
    exchangePlan: { source: true, target: true },
    teamsLicence: { source: true, target: true },
    oneDriveLicence: true,
    sipAddress: true,
    ...overrides,
  };
}

/** Facts in which no check finds anything. */
export function checkFacts(overrides: Partial<CheckFacts> = {}): CheckFacts {
  return {
    jobId: 'a0000000-0000-4000-8000-000000000001',
    personId: PERSON,
    now: new Date('2025-06-01T00:00:00Z'),
    source: { tenantId: CONTOSO, exists: true, settings: tenantSettings() },
    target: { tenantId: FABRIKAM, settings: tenantSettings() },
    endpoint: { name: 'contoso-endpoint', registered: true, leadsToSource: true },
    person: personFacts(),
    otherActiveJob: null,
    ...overrides,
  };
}
