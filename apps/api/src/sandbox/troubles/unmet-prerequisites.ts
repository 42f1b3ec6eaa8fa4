import { MigrationSide, SandboxPrerequisite } from '@ferry/contracts';
import type { CheckFacts, PersonFacts, TenantSettings } from '@ferry/domain';

/** How a prerequisite is taken away: in which tenants it is looked at, and what the checks see without it. */
export interface UnmetPrerequisite {
  readonly sides: readonly MigrationSide[];
  without(facts: CheckFacts, side: MigrationSide): CheckFacts;
}

const SOURCE = [MigrationSide.Source];
const TARGET = [MigrationSide.Target];
const BOTH = [MigrationSide.Source, MigrationSide.Target];

/** A switch of a tenant that is off. */
function setting(name: keyof TenantSettings, sides: readonly MigrationSide[]): UnmetPrerequisite {
  return {
    sides,
    without: (facts, side) => {
      if (side === MigrationSide.Target) {
        return { ...facts, target: { ...facts.target, settings: { ...facts.target.settings, [name]: false } } };
      }
      const { settings } = facts.source;
      return settings ? { ...facts, source: { ...facts.source, settings: { ...settings, [name]: false } } } : facts;
    },
  };
}

/** Something that a person lacks. */
function personal(
  sides: readonly MigrationSide[],
  lacking: (person: PersonFacts, side: MigrationSide) => Partial<PersonFacts>,
): UnmetPrerequisite {
  return {
    sides,
    without: (facts, side) =>
      facts.person === null ? facts : { ...facts, person: { ...facts.person, ...lacking(facts.person, side) } },
  };
}

const ENDPOINT: UnmetPrerequisite = {
  sides: TARGET,
  without: (facts) =>
    facts.endpoint === null
      ? facts
      : { ...facts, endpoint: { ...facts.endpoint, registered: false, leadsToSource: false } },
};

/** Every prerequisite that can be taken away, as the checks see it. */
export const UNMET: Readonly<Record<SandboxPrerequisite, UnmetPrerequisite>> = {
  [SandboxPrerequisite.OrganizationRelationship]: setting('organizationRelationship', BOTH),
  [SandboxPrerequisite.MigrationEndpoint]: ENDPOINT,
  [SandboxPrerequisite.CtmsApp]: setting('ctmsApp', TARGET),
  [SandboxPrerequisite.TeamsApp]: setting('teamsApp', BOTH),
  [SandboxPrerequisite.TeamsAppRoles]: setting('teamsAppRoles', BOTH),
  [SandboxPrerequisite.MeetingApp]: setting('meetingApp', BOTH),
  [SandboxPrerequisite.MeetingAppRoles]: setting('meetingAppRoles', BOTH),
  [SandboxPrerequisite.CalendarRbac]: setting('calendarRbac', TARGET),
  [SandboxPrerequisite.ExchangeAdministratorRole]: setting('exchangeAdministratorRole', BOTH),
  [SandboxPrerequisite.AutoForwarding]: setting('autoForwarding', BOTH),
  [SandboxPrerequisite.OneDriveTrust]: setting('oneDriveTrust', BOTH),
  [SandboxPrerequisite.IdentityMapping]: personal(TARGET, () => ({
    identityMapping: 'missing',
    sourcePersonId: null,
    sourceMail: null,
  })),
  [SandboxPrerequisite.IdentityMappingCompleted]: personal(TARGET, () => ({ identityMapping: 'pending' })),
  [SandboxPrerequisite.ScopeGroup]: personal(SOURCE, () => ({ inScopeGroup: false })),
  [SandboxPrerequisite.ExchangePlan]: personal(BOTH, ({ exchangePlan }, side) => ({
    exchangePlan: { ...exchangePlan, [side]: false },
  })),
  [SandboxPrerequisite.TeamsLicence]: personal(BOTH, ({ teamsLicence }, side) => ({
    teamsLicence: { ...teamsLicence, [side]: false },
  })),
  // One licence on either side is enough, so there is one fact for both.
  [SandboxPrerequisite.OneDriveLicence]: personal(TARGET, () => ({ oneDriveLicence: false })),
  [SandboxPrerequisite.SipAddress]: personal(TARGET, () => ({ sipAddress: false })),
};
