import { mutated, ODD_TEXTS } from './odd-text.mjs';

const MEMBERS = [
  ...['id', 'displayName', 'jobType', 'sourceTenantId', 'targetTenantId', 'completeAfterDateTime', 'status', 'message'],
  ...['createdDateTime', 'createdBy', 'lastUpdatedDateTime', 'resourceType', 'exchangeSettings/sourceEndpoint'],
  ...['exchangeSettings/targetDeliveryDomain', 'exchangeSettings', 'resources', 'workloads', 'users', 'taskType'],
  ...['currentStatus', 'currentStatus/status', 'color', 'STATUS', 'in', 'not', 'null', 'microsoft.graph.x/id'],
];
const LITERALS = [
  ...[
    "'completed'",
    "'SUBMITTED'",
    "'happy'",
    "''",
    "'O''Brien'",
    "'%'",
    "'_'",
    'null',
    'true',
    'false',
    '0',
    '-1',
    '1.5',
  ],
  ...['22222222-0000-4000-8000-000000000001', "'22222222-0000-4000-8000-000000000001'", '2031-01-01', '1e3', 'INF'],
  ...['2031-01-01T00:00:00Z', '2031-01-01T00:00:00.123456789012+02:00', '9999-12-31T23:59:59-14:00'],
  ...["microsoft.graph.crossTenantMigrationJobStatus'failed'", "microsoft.graph.x'y'", "duration'PT1S'", "'\u{1F600}'"],
];
const OPERATORS = ['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'has', 'in', 'add', 'EQ', '=', '=='];
const FUNCTIONS = ['startswith', 'endswith', 'contains', 'tolower', 'length', 'any', 'Contains'];
const TOKENS = [
  'WyJjcmVhdGVkZGF0ZXRpbWUtLGlkLSJd',
  'WyJwb3NpdGlvbisiLCIyMCJd',
  'WyJpZCsiLCJ4Il0',
  'bnVsbA',
  '20',
  '-1',
  '{}',
  'W10',
];
const OPTIONS = {
  filter: filterText,
  orderby: (chance) => list(chance, (c) => c.of(MEMBERS) + c.of(['', ' asc', ' desc', ' DESC', ' sideways'])),
  select: (chance) => list(chance, (c) => c.of([...MEMBERS, '*'])),
  expand: (chance) =>
    list(chance, (c) => c.of(['users', 'Users', 'crossTenantMigrationJobs', 'users($top=1)', '*', 'resources'])),
  search: (chance) =>
    chance.some(3, () => chance.of(['wave', '"first wave"', 'AND', 'OR', 'NOT', '"', '(', '%', '_', 'Ü'])).join(' '),
  top: number,
  skip: number,
  skiptoken: (chance) => chance.of([...TOKENS, ...ODD_TEXTS]),
  count: (chance) => chance.of(['true', 'false', 'TRUE', '1', '']),
  format: (chance) => chance.of(['json', 'application/json;odata.metadata=full', 'xml']),
  apply: () => 'groupby((status))',
  deltatoken: () => 'latest',
};

/** A query string, without the question mark: mostly sensible, often slightly wrong, sometimes nonsense. */
export function queryString(chance) {
  return chance.some(4, () => pair(chance)).join(chance.is(0.97) ? '&' : chance.of(['&&', ';', '?']));
}

function pair(chance) {
  const option = chance.of(Object.keys(OPTIONS));
  const name = chance.is(0.9) ? option : chance.of([...ODD_TEXTS, option.toUpperCase(), `${option}s`]);
  const prefix = chance.is(0.85) ? '$' : chance.of(['', '%24', '$$', '@']);
  const sensible = OPTIONS[option](chance);
  const value = chance.is(0.6) ? sensible : chance.is(0.6) ? mutated(chance, sensible) : chance.of(ODD_TEXTS);
  return `${prefix}${encoded(chance, name)}${chance.is(0.97) ? '=' : ''}${encoded(chance, value)}`;
}

function filterText(chance, depth = 0) {
  const kind = depth > 4 ? 0 : chance.below(8);
  const inner = () => filterText(chance, depth + 1);
  if (kind === 1) return `${inner()} ${chance.of(['and', 'or', 'AND', 'xor'])} ${inner()}`;
  if (kind === 2) return `not ${chance.is(0.5) ? `(${inner()})` : inner()}`;
  if (kind === 3) return `(${inner()})`;
  if (kind === 4) return `${chance.of(FUNCTIONS)}(${chance.of(MEMBERS)},${chance.of(LITERALS)})`;
  if (kind === 5) return `${chance.of(MEMBERS)} in (${chance.some(4, () => chance.of(LITERALS)).join(',')})`;
  if (kind === 6) return chance.of([...MEMBERS, ...LITERALS]);
  return `${chance.of(MEMBERS)} ${chance.of(OPERATORS)} ${chance.of(LITERALS)}`;
}

function list(chance, element) {
  return [element(chance), ...chance.some(3, () => element(chance))].join(chance.is(0.9) ? ',' : ', ');
}

function number(chance) {
  return chance.of(['0', '1', '5', '20', '999', '1000', '-1', '1.5', '1e3', '99999999999999999999', 'ten', '']);
}

/** Percent-encoded as clients do it, or more, or less; always something that a request line can hold. */
function encoded(chance, text) {
  if (chance.is(0.03)) return chance.of(['%', '%zz', '%ff', '%c3%28', '%u0041', '%00']);
  const well = encodeURIComponent(text.isWellFormed() ? text : text.toWellFormed());
  if (chance.is(0.7)) return well;
  if (chance.is(0.5)) return well.replaceAll('%20', '+');
  return well.replace(/%(?:2[0-9A-F]|3[A-F])/g, (hex) =>
    chance.is(0.5) && !/%2[035]/.test(hex) ? decodeURIComponent(hex) : hex,
  );
}
