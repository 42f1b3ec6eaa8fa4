import fc from 'fast-check';
import { readBody } from '../../graph/read-body';
import { ImportedPerson } from '@ferry/contracts';
import { soundRow } from './sound-row';

const ID = '22222222-0000-4000-8000-000000000001';
const text = fc.oneof(
  fc.constantFrom('', ' ', 'Ann', 'Ann ', 'ann@fabrikam.example', 'a\u0000b', 'completed', 'Completed', 'true', ID),
  fc.string({ unit: 'binary', maxLength: 300 }),
);
const value = fc.oneof(text, fc.boolean(), fc.constant(null), fc.integer(), fc.constant([]), fc.constant({}));
const columns = [
  'displayName',
  'mail',
  'sourceMail',
  'sourceId',
  'sourceLogin',
  'sourcePassword',
  'targetLogin',
  'identityMapping',
  'inScopeGroup',
  'scopeGroup',
  'sipAddress',
  'colour',
  'constructor',
];

describe('A row that is found sound', () => {
  it('breaks no rule of the contract, and is the person that the contract reads', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...columns), value, { maxKeys: 4 }), (some) => {
        const row = { id: ID, ...some };
        const sound = soundRow(row);
        const { body, faults } = readBody(ImportedPerson, row);
        // What differs in letter case alone is left to the contract.
        if (sound === null) return faults.length > 0 || 'identityMapping' in some;
        expect(faults).toEqual([]);
        expect({ ...sound }).toEqual({ ...body });
        return true;
      }),
      { numRuns: 500 },
    );
  });

  it('has everything that is needed, and nothing that is not known', () => {
    expect(soundRow({ id: ID })).toEqual(Object.assign(new ImportedPerson(), { id: ID }));
    expect(soundRow({})).toBeNull();
    expect(soundRow({ id: ID, colour: 'red' })).toBeNull();
    expect(soundRow({ id: 'ann' })).toBeNull();
  });
});
