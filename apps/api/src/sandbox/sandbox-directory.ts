import type { PersonFacts, TenantSettings } from '@ferry/domain';
import { FABRIKAM_NAMES, mailName, NORTHWIND_NAMES } from './sandbox-people';

/** A tenant of the sandbox with everything that the checks of tenant level look at. */
export interface SeedTenant {
  readonly id: string;
  readonly displayName: string;
  readonly defaultDomain: string;
  readonly settings: TenantSettings;
}

/** A person of a target tenant of the sandbox with everything that the checks of person level look at. */
export interface SeedPerson {
  readonly id: string;
  readonly tenantId: string;
  /** Counts from 1 within the tenant: the NN of the object id. */
  readonly number: number;
  readonly displayName: string;
  readonly mail: string;
  readonly facts: PersonFacts;
}

/** Someone who can sign in to the console; what they may do follows from the scope. */
export interface SeedSignIn {
  readonly upn: string;
  readonly displayName: string;
  readonly tenantId: string;
  readonly oid: string;
  readonly scope: 'ReadWrite' | 'Read';
}

/** An application that exists in every tenant; its role is `CrossTenantContentMigration.<scope>.All`, or none. */
export interface SeedApplication {
  readonly clientId: string;
  readonly displayName: string;
  readonly secret: string;
  readonly scope: 'ReadWrite' | 'Read' | null;
}

export const CONTOSO_ID = '11111111-1111-4111-8111-111111111111';
export const FABRIKAM_ID = '22222222-2222-4222-8222-222222222222';
export const NORTHWIND_ID = '33333333-3333-4333-8333-333333333333';

/** Numbers of the people of Fabrikam who are in trouble, and of the one with the large mailbox. */
export const TROUBLED = {
  notInIdentityMap: 41,
  withoutTeamsLicence: 42,
  outsideScopeGroup: 43,
  connectionDropsOnce: 44,
  mailboxFailsForGood: 45,
  failsTeamsQuality: 46,
  tooLargeMessages: 47,
  throttled: 48,
  slow: 49,
  largeMailbox: 50,
} as const;

/**
 * The highest number of the people at Fabrikam whose content the sandbox can make. Those above the ones who are seeded are
 * there as soon as somebody imports them, so that a crowd can be rehearsed.
 */
export const MOST_SANDBOX_PEOPLE = FABRIKAM_NAMES.length ** 2;

/** From which number on the people at Contoso are those who are imported to Fabrikam. */
const IMPORTABLE_AT_SOURCE = 100_000;

const SCOPE_GROUP = 'Ferry Migration Scope';

const READY: TenantSettings = {
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
};

const CONTOSO: SeedTenant = {
  id: CONTOSO_ID,
  displayName: 'Contoso',
  defaultDomain: 'contoso.example',
  settings: READY,
};
const FABRIKAM: SeedTenant = {
  id: FABRIKAM_ID,
  displayName: 'Fabrikam',
  defaultDomain: 'fabrikam.example',
  settings: READY,
};
const NORTHWIND: SeedTenant = {
  id: NORTHWIND_ID,
  displayName: 'Northwind',
  defaultDomain: 'northwind.example',
  settings: READY,
};

/** The three tenants: Contoso is where content comes from, the others are where it goes. */
export const SANDBOX_TENANTS: readonly SeedTenant[] = [CONTOSO, FABRIKAM, NORTHWIND];

/** The migration endpoints: both targets know Contoso under the same name. */
export const SANDBOX_ENDPOINTS: readonly { tenantId: string; name: string; sourceTenantId: string }[] = [
  { tenantId: FABRIKAM_ID, name: 'contoso-endpoint', sourceTenantId: CONTOSO_ID },
  { tenantId: NORTHWIND_ID, name: 'contoso-endpoint', sourceTenantId: CONTOSO_ID },
];

/** The people who can sign in; they have no content and cannot be migrated. */
export const SANDBOX_SIGN_INS: readonly SeedSignIn[] = [FABRIKAM, NORTHWIND].flatMap((tenant): SeedSignIn[] => [
  {
    upn: `admin@${tenant.defaultDomain}`,
    displayName: `${tenant.displayName} Migration Administrator`,
    tenantId: tenant.id,
    oid: `${tenant.id.slice(0, 8)}-0000-4000-8000-00000000ad01`,
    scope: 'ReadWrite',
  },
  {
    upn: `approver@${tenant.defaultDomain}`,
    displayName: `${tenant.displayName} Second Administrator`,
    tenantId: tenant.id,
    oid: `${tenant.id.slice(0, 8)}-0000-4000-8000-00000000ad03`,
    scope: 'ReadWrite',
  },
  {
    upn: `reader@${tenant.defaultDomain}`,
    displayName: `${tenant.displayName} Migration Reader`,
    tenantId: tenant.id,
    oid: `${tenant.id.slice(0, 8)}-0000-4000-8000-00000000ad02`,
    scope: 'Read',
  },
]);

/** The applications, in every tenant alike. */
export const SANDBOX_APPLICATIONS: readonly SeedApplication[] = [
  { clientId: 'ferry-admin', displayName: 'Ferry administration', secret: 'sandbox', scope: 'ReadWrite' },
  { clientId: 'ferry-reader', displayName: 'Ferry reporting', secret: 'sandbox', scope: 'Read' },
  { clientId: 'ferry-stranger', displayName: 'An application without a role', secret: 'sandbox', scope: null },
];

/** The people of a target tenant, by number; nobody for Contoso and for a tenant that is not of the sandbox. */
export function sandboxPeople(tenantId: string): readonly SeedPerson[] {
  return PEOPLE.get(tenantId) ?? [];
}

/** Finds a person of a target tenant by object id: one of those who are seeded, or who may be imported to Fabrikam. */
export function sandboxPerson(tenantId: string, personId: string): SeedPerson | undefined {
  const id = personId.toLowerCase();
  const seeded = sandboxPeople(tenantId).find((person) => person.id === id);
  if (seeded || tenantId !== FABRIKAM_ID || !id.startsWith(objectId(FABRIKAM_ID, 0).slice(0, -12))) return seeded;
  return importablePerson(Number(id.slice(-12)));
}

/** Finds whose content a person of a source tenant has: the one who takes it over in a target tenant. */
export function sandboxSourcePerson(sourceTenantId: string, sourcePersonId: string): SeedPerson | undefined {
  if (sourceTenantId !== CONTOSO_ID) return undefined;
  const id = sourcePersonId.toLowerCase();
  const seeded = [...PEOPLE.values()].flat().find((person) => sourcePersonIdOf(person) === id);
  const importable = seeded ? undefined : importablePerson(Number(id.slice(-12)) - IMPORTABLE_AT_SOURCE);
  return seeded ?? (importable && sourcePersonIdOf(importable) === id ? importable : undefined);
}

/** Object id that a person has at Contoso: those who are seeded at Fabrikam from 1, at Northwind from 101, others later. */
export function sourcePersonIdOf(person: { tenantId: string; number: number }): string {
  if (person.tenantId === NORTHWIND_ID) return objectId(CONTOSO_ID, 100 + person.number);
  const isSeeded = person.number <= FABRIKAM_NAMES.length;
  return objectId(CONTOSO_ID, isSeeded ? person.number : IMPORTABLE_AT_SOURCE + person.number);
}

/** Address that a person has at Contoso. */
export function sourceMailOf(displayName: string): string {
  return `${mailName(displayName)}@${CONTOSO.defaultDomain}`;
}

function seedPeople(tenant: SeedTenant, names: readonly string[]): readonly SeedPerson[] {
  return names.map((displayName, index) => seedPerson(tenant, displayName, index + 1));
}

function seedPerson(tenant: SeedTenant, displayName: string, number: number): SeedPerson {
  const trouble = (which: keyof typeof TROUBLED): boolean => tenant.id === FABRIKAM_ID && number === TROUBLED[which];
  const mapped = !trouble('notInIdentityMap');
  const mail = `${mailName(displayName)}@${tenant.defaultDomain}`;
  const facts: PersonFacts = {
    displayName,
    mail,
    identityMapping: mapped ? 'completed' : 'missing',
    sourcePersonId: mapped ? sourcePersonIdOf({ tenantId: tenant.id, number }) : null,
    sourceMail: mapped ? sourceMailOf(displayName) : null,
    inScopeGroup: !trouble('outsideScopeGroup'),
    scopeGroup: SCOPE_GROUP,
    exchangePlan: { source: true, target: true },
    teamsLicence: { source: true, target: !trouble('withoutTeamsLicence') },
    oneDriveLicence: true,
    sipAddress: true,
  };
  return { id: objectId(tenant.id, number), tenantId: tenant.id, number, displayName, mail, facts };
}

/** Somebody with the given name of one and the family name of another of those who are seeded; each pair is one person. */
function importablePerson(number: number): SeedPerson | undefined {
  if (!Number.isInteger(number) || number <= FABRIKAM_NAMES.length || number > MOST_SANDBOX_PEOPLE) return undefined;
  const given = (number - 1) % FABRIKAM_NAMES.length;
  const family = (given + Math.floor((number - 1) / FABRIKAM_NAMES.length)) % FABRIKAM_NAMES.length;
  const displayName = `${nameOf(given).split(' ')[0]} ${nameOf(family).split(' ').slice(1).join(' ')}`;
  return seedPerson(FABRIKAM, displayName, number);
}

function nameOf(index: number): string {
  return FABRIKAM_NAMES[index] ?? '';
}

function objectId(tenantId: string, number: number): string {
  return `${tenantId.slice(0, 8)}-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

const PEOPLE: ReadonlyMap<string, readonly SeedPerson[]> = new Map([
  [FABRIKAM_ID, seedPeople(FABRIKAM, FABRIKAM_NAMES)],
  [NORTHWIND_ID, seedPeople(NORTHWIND, NORTHWIND_NAMES)],
]);
