import { RegisterTenant, type Tenant, TenantKind, UpdateTenant } from '@ferry/contracts';
import { type Advice, bodyFaults, type Faults } from './body-faults';
import { CONNECTION_ADVICE, type ConnectionDraft, connectionOf, draftOf, secretFault } from './connection-draft';

/** A tenant as the form holds it; `connection` is null where nothing says how its mailboxes are reached. */
export interface TenantDraft {
  readonly id: string;
  readonly displayName: string;
  readonly defaultDomain: string;
  readonly connection: ConnectionDraft | null;
}

export const NEW_TENANT: TenantDraft = { id: '', displayName: '', defaultDomain: '', connection: null };

export function tenantDraftOf({ id, displayName, defaultDomain, services }: Tenant): TenantDraft {
  return { id, displayName, defaultDomain, connection: services.Exchange ? draftOf(services.Exchange) : null };
}

/** The body that registers a tenant. */
export function registrationOf({ id, displayName, defaultDomain, connection }: TenantDraft): RegisterTenant {
  return {
    id: id.trim(),
    displayName: displayName.trim(),
    defaultDomain: defaultDomain.trim(),
    kind: TenantKind.Open,
    ...(connection === null ? {} : { services: { Exchange: connectionOf(connection) } }),
  };
}

/** The body that changes a tenant; one of the sandbox keeps its name, so only its connection is sent. */
export function changeOf({ displayName, defaultDomain, connection }: TenantDraft, before: Tenant): UpdateTenant {
  const names = { displayName: displayName.trim(), defaultDomain: defaultDomain.trim() };
  const services = { Exchange: connection === null ? null : connectionOf(connection) };
  return { ...(before.kind === TenantKind.Sandbox ? {} : names), services };
}

/** What is wrong with a draft, of a new tenant or of one that is there. */
export function tenantFaults(draft: TenantDraft, before: Tenant | null): Faults {
  const ofBody =
    before === null
      ? bodyFaults(RegisterTenant, registrationOf(draft), ADVICE)
      : bodyFaults(UpdateTenant, changeOf(draft, before), ADVICE);
  const ofSecret = draft.connection === null ? {} : secretFault(before?.services.Exchange, draft.connection);
  return { ...ofSecret, ...ofBody };
}

const ADVICE: Advice = {
  ...CONNECTION_ADVICE,
  id: { isUuid: 'Give the tenant id: a GUID such as 44444444-4444-4444-8444-444444444444.' },
  displayName: { isNotEmpty: 'Give the tenant a name.', maxLength: 'A name has 256 characters at most.' },
  defaultDomain: { matches: 'Give a domain, such as contoso.example.' },
};
