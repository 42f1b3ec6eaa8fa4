import { mutated, ODD_TEXTS } from './odd-text.mjs';

const PERSON = '22222222-0000-4000-8000-0000000000';
let names = 0;

/** A create body that would be accepted. */
function createBody(chance) {
  return {
    '@odata.type': '#microsoft.graph.crossTenantMigrationJob',
    displayName: `fuzz ${++names} ${chance.below(1_000_000_000)}`,
    sourceTenantId: '11111111-1111-4111-8111-111111111111',
    completeAfterDateTime: '2099-01-01T00:00:00Z',
    exchangeSettings: { sourceEndpoint: 'contoso-endpoint', targetDeliveryDomain: 'fabrikam.example' },
    workloads: ['Exchange', 'ODSP', 'Teams', 'Meeting'],
    resourceType: 'Users',
    resources: ['01', '02', '03'].map((number) => PERSON + number),
  };
}

/** The bodies that operations take, by what they are for. */
export const BODIES = {
  create: createBody,
  update: () => ({ completeAfterDateTime: '2099-02-01T00:00:00Z' }),
  person: (chance) => ({ id: PERSON + String(10 + chance.below(40)) }),
  nothing: () => ({}),
  batch: (chance) => ({
    requests: [
      { id: '1', method: 'GET', url: '/solutions/migrations/crossTenantMigrationJobs?$top=1' },
      {
        id: '2',
        method: 'POST',
        url: '/solutions/migrations/crossTenantMigrationJobs',
        headers: { 'Content-Type': 'application/json' },
        body: damaged(chance, createBody(chance)),
        dependsOn: ['1'],
      },
    ],
  }),
};

/** The text of a body: whole, with some of its values replaced, or damaged as text. */
export function bodyText(chance, kind) {
  const body = BODIES[kind](chance);
  if (chance.is(0.1)) return JSON.stringify(body);
  if (chance.is(0.75)) return written(damaged(chance, body));
  return chance.is(0.8) ? mutated(chance, JSON.stringify(body)) : chance.of(RAW);
}

const RAW = [
  ...['', 'null', 'true', '7', '"text"', '[]', '[{}]', '{', '{}}', '{"a":1,}', '{"a":1}{"b":2}', '\ufeff{}', '\u0000'],
  '['.repeat(5_000),
  '{"a":'.repeat(3_000),
  `{"displayName":"${'x'.repeat(100_000)}"}`,
  '{"displayName":"a","displayName":"b"}',
  '{"n":1e999999,"m":-0,"k":123456789012345678901234567890}',
];

/** JSON in which a member may be named `__proto__`, which no literal can hold. */
function written(value) {
  return JSON.stringify(value)?.replaceAll('"<proto>"', '"__proto__"') ?? '';
}

function damaged(chance, value) {
  if (typeof value !== 'object' || value === null || chance.is(0.15)) return chance.is(0.5) ? value : anything(chance);
  if (Array.isArray(value)) {
    const elements = value.map((element) => (chance.is(0.8) ? element : damaged(chance, element)));
    return chance.is(0.3) ? [...elements, anything(chance)] : elements;
  }
  const members = Object.entries(value).flatMap(([name, member]) => {
    if (chance.is(0.08)) return [];
    return [[chance.is(0.04) ? mutated(chance, name) : name, chance.is(0.75) ? member : damaged(chance, member)]];
  });
  if (chance.is(0.3))
    members.push([chance.of([...ODD_TEXTS, '<proto>', 'status', 'users', '@odata.etag']), anything(chance)]);
  return Object.fromEntries(members);
}

function anything(chance, depth = 0) {
  const leaf = () =>
    chance.of([
      null,
      true,
      false,
      0,
      -1,
      1.5,
      1e308,
      2 ** 53,
      chance.of(ODD_TEXTS),
      PERSON + '04',
      'Exchange',
      'Users',
    ]);
  if (depth > 3 || chance.is(0.6)) return leaf();
  if (chance.is(0.5)) return chance.some(4, () => anything(chance, depth + 1));
  return Object.fromEntries(chance.some(3, () => [chance.of(ODD_TEXTS), anything(chance, depth + 1)]));
}
