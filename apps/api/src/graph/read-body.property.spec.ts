import { CreateCrossTenantMigrationJob, UpdateCrossTenantMigrationJob } from '@ferry/contracts';
import fc from 'fast-check';
import { bodyRefusal } from './body-fault';
import { GraphHttpError } from './graph-http-error';
import { readBody } from './read-body';

const PERSON = '22222222-0000-4000-8000-000000000001';
const CREATE: Readonly<Record<string, unknown>> = {
  '@odata.type': '#microsoft.graph.crossTenantMigrationJob',
  displayName: 'wave-01',
  sourceTenantId: '11111111-1111-4111-8111-111111111111',
  targetTenantId: '22222222-2222-4222-8222-222222222222',
  completeAfterDateTime: '2027-03-01T18:00:00Z',
  exchangeSettings: { sourceEndpoint: 'contoso-endpoint', targetDeliveryDomain: 'fabrikam.example' },
  workloads: ['Exchange', 'ODSP'],
  resourceType: 'Users',
  resources: [PERSON],
  jobType: 'validate',
  status: 'submitted',
  message: '',
  createdBy: 'somebody',
};

const names = fc.oneof(
  fc.constantFrom(...Object.keys(CREATE), 'constructor', '__proto__', 'toString', 'sourceEndpoint', '0', '', 'a.b[0]'),
  fc.string({ unit: 'binary' }),
);
const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.constantFrom(
      null,
      true,
      0,
      -1,
      1e308,
      Infinity,
      'Exchange',
      'users',
      PERSON,
      '2027-03-01T18:00:00Z',
      '\0',
      '\ud800',
    ),
    fc.string({ unit: 'binary' }),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.array(fc.tuple(names, tie('json')), { maxLength: 4 }).map((members) => Object.fromEntries(members)),
  ),
}));

/** What is answered to a body; undefined when it is accepted. Any other error is a fault of the service and fails. */
function refusalOf(type: new () => object, body: unknown): GraphHttpError | undefined {
  try {
    const { faults } = readBody(type, body);
    return faults.length > 0 ? bodyRefusal(faults) : undefined;
  } catch (error) {
    if (error instanceof GraphHttpError) return error;
    throw error;
  }
}

function isWellFormed({ status, code, message, target, details }: GraphHttpError): boolean {
  const [only] = details;
  const told = details.every((detail) => detail.code !== '' && detail.message !== '' && detail.target !== undefined);
  const ownWords =
    status === 422
      ? /^Error in .* data fields?$/s.test(message)
      : details.length !== 1 || (message === only?.message && target === only.target);
  return (
    (status === 400 ? code === 'BadRequest' : status === 422 && code === 'BadArgument' && details.length > 0) &&
    details.length <= 100 &&
    told &&
    ownWords
  );
}

describe('readBody, whatever comes,', () => {
  it('accepts a body or refuses it in the form of the contract', () => {
    fc.assert(
      fc.property(fc.constantFrom(CreateCrossTenantMigrationJob, UpdateCrossTenantMigrationJob), json, (type, body) => {
        const refusal = refusalOf(type, body);
        return refusal === undefined || isWellFormed(refusal);
      }),
      { numRuns: 3_000 },
    );
  });

  it('blames the member that was changed, and no other', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(CREATE)), json, (member, value) => {
        const refusal = refusalOf(CreateCrossTenantMigrationJob, { ...CREATE, [member]: value });
        const places = (refusal?.details ?? []).map(({ target = '' }) => target);
        expect(places.filter((place) => place.split(/[.[]/, 1)[0] !== member.split('.', 1)[0])).toEqual([]);
      }),
      { numRuns: 3_000 },
    );
  });

  it('names every member that the type does not have, and answers 400', () => {
    const unknown = names.filter(
      (name) => !(name in CREATE) && !['id', 'createdDateTime', 'lastUpdatedDateTime'].includes(name),
    );
    fc.assert(
      fc.property(fc.uniqueArray(unknown, { minLength: 1, maxLength: 20 }), json, (members, value) => {
        const body = { ...CREATE, ...Object.fromEntries(members.map((name) => [name, value])) };
        const refusal = refusalOf(CreateCrossTenantMigrationJob, body);
        expect(refusal?.status).toBe(400);
        expect(refusal?.details.map(({ target }) => target).sort()).toEqual(members.map((name) => name || "''").sort());
      }),
      { numRuns: 500 },
    );
  });
});
