import { getMetadataStorage } from 'class-validator';
import * as contracts from './index';
import { descriptionOf } from './index';

type Constructor = new () => object;

const classes = Object.values(contracts as Record<string, unknown>).filter(
  (value): value is Constructor => typeof value === 'function' && /^class\s/.test(value.toString()),
);

function validatedMembers(type: Constructor): string[] {
  const metadata = getMetadataStorage().getTargetValidationMetadatas(type, '', true, false);
  return [...new Set(metadata.map((entry) => entry.propertyName))];
}

describe('contracts', () => {
  it('export the classes that travel', () => {
    expect(classes.length).toBeGreaterThan(25);
  });

  it.each(classes.map((type) => [type.name, type] as const))('describe %s and each of its members', (_name, type) => {
    expect(descriptionOf(type)).toBeTruthy();
    const members = validatedMembers(type);
    expect(members.length).toBeGreaterThan(0);
    expect(members.filter((member) => !descriptionOf(type, member))).toEqual([]);
  });

  it('spell statuses as the published schema does, in its order', () => {
    expect(Object.values(contracts.JobStatus)).toHaveLength(19);
    expect(Object.values(contracts.JobStatus).slice(0, 4)).toEqual([
      'submitted',
      'approved',
      'processing',
      'cuttingOver',
    ]);
    expect(Object.values(contracts.ServiceStatus)).toEqual([
      'notStarted',
      'valid',
      'invalid',
      'error',
      'inProgress',
      'completed',
      'failed',
      'cancelled',
      'pendingCancel',
      'syncing',
      'synced',
      'finalizing',
      'forceComplete',
      'unknownFutureValue',
    ]);
    expect(contracts.WORKLOADS).toEqual(['Exchange', 'ODSP', 'Teams', 'Meeting']);
  });

  it('encode ids and names in addresses', () => {
    expect(contracts.GRAPH_ROUTES.job("a/b 'c'")).toBe("solutions/migrations/crossTenantMigrationJobs/a%2Fb%20'c'");
    expect(contracts.API_ROUTES.jobReport('7f0c2a54-0d0f-4f0b-9b3e-2f6f5d0c1a11')).toBe(
      'api/v1/jobs/7f0c2a54-0d0f-4f0b-9b3e-2f6f5d0c1a11/report',
    );
  });
});
