import { AdvanceSandboxClock, BatchRequest, CreateCrossTenantMigrationJob } from '@ferry/contracts';
import { bodyRefusal } from './body-fault';
import { readBody } from './read-body';

const person = (number: number) => `22222222-0000-4000-8000-${String(number).padStart(12, '0')}`;
const people = (count: number) => Array.from({ length: count }, (_, number) => person(number));

const create = () => ({
  displayName: 'wave-01',
  sourceTenantId: '11111111-1111-4111-8111-111111111111',
  completeAfterDateTime: '2027-03-01T18:00:00Z',
  exchangeSettings: { sourceEndpoint: 'contoso-endpoint', targetDeliveryDomain: 'fabrikam.example' },
  resourceType: 'Users',
  resources: people(1),
});

describe('readBody', () => {
  const faultsOf = (more: object) => readBody(CreateCrossTenantMigrationJob, { ...create(), ...more }).faults;
  const placesOf = (more: object) => faultsOf(more).map(({ target }) => target);

  it('tells of everything that is wrong with one value', () => {
    const faults = faultsOf({ displayName: ` ${'x'.repeat(256)}\n` });
    expect(faults.map(({ message }) => message)).toEqual([
      expect.stringContaining('256 characters'),
      expect.stringContaining('blank'),
      expect.stringContaining('line breaks'),
    ]);
    expect(faults).toEqual(Array(3).fill(expect.objectContaining({ of: 'value', target: 'displayName' })));
    expect(placesOf({ resources: ['ann', 'ann'] }).sort()).toEqual(['resources', 'resources[0]', 'resources[1]']);
  });

  it.each<[string, object, string[]]>([
    ['a member', { displayName: 5 }, ['displayName']],
    ['null', { displayName: null }, ['displayName']],
    [
      'an element',
      { resources: [5, 5, 'ann', person(1), person(1)] },
      ['resources[0]', 'resources[1]', 'resources[2]'],
    ],
    ['a value with elements', { exchangeSettings: [{ sourceEndpoint: 5 }, {}] }, ['exchangeSettings']],
    ['a value with members', { sourceTenantId: { constructor: 1, a: [{ toString: 2 }] } }, ['sourceTenantId']],
    ['an unknown member', { color: { constructor: 1, valueOf: [] } }, ['color']],
    ['the workloads', { workloads: { Exchange: true }, exchangeSettings: undefined }, ['workloads']],
  ])('says nothing more of %s of a wrong type', (_what, more, places) => {
    expect(placesOf(more).sort()).toEqual(places);
  });

  it('says of a wrong type what the type is, before all bounds', () => {
    expect(faultsOf({ displayName: {} })[0]?.message).toMatch(
      /does not match schema\. displayName must be a string\.$/,
    );
    expect(readBody(AdvanceSandboxClock, { seconds: 'x' }).faults).toMatchObject([{ of: 'shape', target: 'seconds' }]);
  });

  it('names the type in which an inherited name stands', () => {
    const settings = { ...create().exchangeSettings, toString: 1 };
    expect(faultsOf({ exchangeSettings: settings })).toEqual([
      expect.objectContaining({
        target: 'exchangeSettings.toString',
        message: expect.stringContaining("'microsoft.graph.exchangeOnlineCrossTenantMigrationSettings'"),
      }),
    ]);
  });

  it('takes a number for the name of a member where there is no array', () => {
    expect(placesOf({ 7: 'x' })).toEqual(['7']);
    expect(placesOf({ exchangeSettings: { ...create().exchangeSettings, 0: 'x' } })).toEqual(['exchangeSettings.0']);
  });

  it('names an element of a wrong type by its place', () => {
    expect(readBody(BatchRequest, { requests: [7] }).faults[0]?.message).toContain('Property requests[0] in payload');
  });

  it('repeats no name that is longer than any', () => {
    for (const name of ['x'.repeat(100_000), `${'.'.repeat(100_000)}[0]`]) {
      const { message, target } = bodyRefusal(faultsOf({ [name]: 1 }));
      expect(message.length).toBeLessThan(600);
      expect(target).toBe(`${name.slice(0, 256)}…`);
    }
  });
});

describe('bodyRefusal', () => {
  it('lists a hundred faults, and among them every kind and every member', () => {
    const wrong = { ...create(), displayName: '', workloads: ['Mail'], color: 'red', resourceType: 5 };
    const elements = people(500).map((id, index) => (index < 400 ? 'ann' : index < 450 ? 7 : id));
    const refusal = bodyRefusal(readBody(CreateCrossTenantMigrationJob, { ...wrong, resources: elements }).faults);
    expect(refusal.status).toBe(400);
    expect(refusal.details).toHaveLength(100);
    const kinds = refusal.details.map(({ code, target = '' }) => `${code} ${target.replace(/\d+/, 'n')}`);
    expect([...new Set(kinds)].sort()).toEqual([
      'invalidValue displayName',
      'invalidValue resources[n]',
      'invalidValue workloads[n]',
      'schemaMismatch resourceType',
      'schemaMismatch resources[n]',
      'unknownProperty color',
    ]);
    expect(refusal.message).toMatch(/^100 things are wrong: /);
    for (const member of ['displayName', 'resources', 'workloads', 'color', 'resourceType']) {
      expect(refusal.message.split(/[ ,.]+/).filter((word) => word === member)).toHaveLength(1);
    }
  });
});
