import { WORKLOADS, Workload } from '@ferry/contracts';
import type { Check } from './check';
import { finding, tenantInWords, type Side } from './finding';

const SIDES: readonly Side[] = ['source', 'target'];

const sourceTenant: Check = {
  name: 'sourceTenant',
  level: 'tenant',
  workloads: WORKLOADS,
  codes: ['CTTM-014'],
  evaluate({ source }) {
    if (source.exists) return null;
    return finding('CTTM-014', [source.tenantId], `No tenant with the id ${source.tenantId} is known.`);
  },
};

/** OneDrive has a relationship of its own, see the switch `oneDriveTrust`. */
const organizationRelationship: Check = {
  name: 'organizationRelationship',
  level: 'tenant',
  workloads: [Workload.Exchange, Workload.Teams, Workload.Meeting],
  codes: ['MIGR-001'],
  evaluate(facts, workload) {
    const without = SIDES.filter((side) => facts[side].settings?.organizationRelationship === false);
    if (without.length === 0) return null;
    const tenants = without.map((side) => tenantInWords(facts, side)).join(' and in ');
    const evidence = `No organization relationship that allows migration was found in ${tenants}.`;
    return finding('MIGR-001', [], evidence, workload === Workload.Meeting ? 'meeting' : undefined);
  },
};

const migrationEndpoint: Check = {
  name: 'migrationEndpoint',
  level: 'tenant',
  workloads: [Workload.Exchange],
  codes: ['EXCH-07'],
  evaluate(facts) {
    const { endpoint, source } = facts;
    if (endpoint === null) return null;
    if (!endpoint.registered) {
      const evidence = `No migration endpoint "${endpoint.name}" is registered at ${tenantInWords(facts, 'target')}.`;
      return finding('EXCH-07', [], evidence);
    }
    // Where an endpoint leads can only be compared with a tenant that exists.
    if (endpoint.leadsToSource || !source.exists) return null;
    const evidence = `The migration endpoint "${endpoint.name}" does not lead to ${tenantInWords(facts, 'source')}.`;
    return finding('EXCH-07', [], evidence);
  },
};

/** The prerequisites that concern both tenants, or one of them together with the job. */
export const TENANT_CHECKS: readonly Check[] = [sourceTenant, organizationRelationship, migrationEndpoint];
