import {
  type EndpointLimits,
  type MigrationEndpoint,
  RegisterMigrationEndpoint,
  UpdateMigrationEndpoint,
} from '@ferry/contracts';
import { type Advice, bodyFaults, type Faults } from './body-faults';
import { CONNECTION_ADVICE, type ConnectionDraft, connectionOf, draftOf, secretFault } from './connection-draft';

/** An endpoint as the form holds it; a limit that is empty is left to the settings of the service. */
export interface EndpointDraft {
  readonly name: string;
  readonly sourceTenantId: string;
  readonly connection: ConnectionDraft | null;
  readonly connections: string;
  readonly itemsPerSecond: string;
  readonly bytesPerSecond: string;
}

export const NEW_ENDPOINT: EndpointDraft = {
  name: '',
  sourceTenantId: '',
  connection: null,
  connections: '',
  itemsPerSecond: '',
  bytesPerSecond: '',
};

export function endpointDraftOf({ name, sourceTenantId, services, limits }: MigrationEndpoint): EndpointDraft {
  return {
    name,
    sourceTenantId,
    connection: services.Exchange ? draftOf(services.Exchange) : null,
    connections: textOf(limits.connections),
    itemsPerSecond: textOf(limits.itemsPerSecond),
    bytesPerSecond: textOf(limits.bytesPerSecond),
  };
}

/** The body that changes an endpoint. */
export function endpointChangeOf({ connection, ...draft }: EndpointDraft): UpdateMigrationEndpoint {
  return {
    services: { Exchange: connection === null ? null : connectionOf(connection) },
    limits: limitsOf(draft),
  };
}

/** The body that registers an endpoint. */
export function endpointRegistrationOf(draft: EndpointDraft): RegisterMigrationEndpoint {
  return { ...endpointChangeOf(draft), name: draft.name.trim(), sourceTenantId: draft.sourceTenantId };
}

/** What is wrong with a draft, of a new endpoint or of one that is there. */
export function endpointFaults(draft: EndpointDraft, before: MigrationEndpoint | null): Faults {
  const ofBody =
    before === null
      ? bodyFaults(RegisterMigrationEndpoint, endpointRegistrationOf(draft), ADVICE)
      : bodyFaults(UpdateMigrationEndpoint, endpointChangeOf(draft), ADVICE);
  const ofSecret = draft.connection === null ? {} : secretFault(before?.services.Exchange, draft.connection);
  return { ...ofSecret, ...ofBody };
}

function limitsOf(draft: Omit<EndpointDraft, 'connection'>): EndpointLimits {
  return {
    connections: numberOf(draft.connections),
    itemsPerSecond: numberOf(draft.itemsPerSecond),
    bytesPerSecond: numberOf(draft.bytesPerSecond),
  };
}

function numberOf(text: string): number | null {
  return text.trim() === '' ? null : Number(text);
}

function textOf(limit: number | null | undefined): string {
  return limit === null || limit === undefined ? '' : String(limit);
}

const ADVICE: Advice = {
  ...CONNECTION_ADVICE,
  name: {
    isNotEmpty: 'Give the endpoint a name.',
    maxLength: 'A name has 256 characters at most.',
    matches: 'A name has no colon and no slash.',
  },
  sourceTenantId: { isUuid: 'Choose the tenant that it leads to.' },
  connections: { '*': 'Give a whole number between 1 and 1,000, or nothing.' },
  itemsPerSecond: { '*': 'Give a whole number up to 1,000,000, or nothing.' },
  bytesPerSecond: { '*': 'Give a whole number up to 1,000,000,000,000, or nothing.' },
};
