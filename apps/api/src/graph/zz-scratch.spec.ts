import { BatchRequest, CreateCrossTenantMigrationJob } from '@ferry/contracts';
import { readBody } from './read-body';
import { bodyRefusal } from './body-fault';

const base = () => ({
  displayName: 'wave-01',
  sourceTenantId: '11111111-1111-4111-8111-111111111111',
  completeAfterDateTime: '2027-03-01T18:00:00Z',
  exchangeSettings: { sourceEndpoint: 'contoso-endpoint', targetDeliveryDomain: 'fabrikam.example' },
  resourceType: 'Users',
  resources: ['22222222-0000-4000-8000-000000000001'],
});
const n = (k: number, f: (i: number) => unknown) => Array.from({ length: k }, (_, i) => f(i));
const bodies: Record<string, [new () => object, unknown]> = {
  guids: [CreateCrossTenantMigrationJob, { ...base(), resources: n(100_000, (i) => '22222222-0000-4000-8000-' + String(i).padStart(12, '0')) }],
  shorts: [CreateCrossTenantMigrationJob, { ...base(), resources: n(300_000, (i) => String(i)) }],
  nums: [CreateCrossTenantMigrationJob, { ...base(), resources: n(300_000, (i) => i) }],
  workloads: [CreateCrossTenantMigrationJob, { ...base(), workloads: n(300_000, (i) => String(i)) }],
  unknown: [CreateCrossTenantMigrationJob, Object.assign(base(), Object.fromEntries(n(200_000, (i) => ['m' + i, 1]) as [string, number][]))],
  settings: [CreateCrossTenantMigrationJob, { ...base(), exchangeSettings: n(100_000, () => ({})) }],
  settings2: [CreateCrossTenantMigrationJob, { ...base(), exchangeSettings: Object.fromEntries(n(200_000, (i) => ['m' + i, 1]) as [string, number][]) }],
  strange: [CreateCrossTenantMigrationJob, { ...base(), color: n(1_000_000, () => [ ]) }],
  inherit: [CreateCrossTenantMigrationJob, { ...base(), color: n(100_000, () => ({ toString: 1, valueOf: 2 })) }],
  batch: [BatchRequest, { requests: n(300_000, () => ({})) }],
  batch2: [BatchRequest, { requests: n(600_000, () => 1) }],
};
describe('scratch', () => {
  it.each(Object.keys(bodies).filter((k) => !process.env['ONLY'] || process.env['ONLY'].split(',').includes(k)))('%s', (key) => {
    const [type, value] = bodies[key]!;
    const at = performance.now();
    const { faults } = readBody(type, value);
    const e = faults.length ? bodyRefusal(faults) : undefined;
    process.stdout.write(`${key} ${Math.round(performance.now() - at)} ms, faults ${faults.length}, message ${e?.message.length} ${JSON.stringify(e?.details.slice(0, 2))}\n`);
  });
});
