import { IdentityMapping, type MatchedPerson } from '@ferry/contracts';
import { isOpen, judgeRows, mayStay, peopleOfRows } from './judged-rows';
import type { FileRow, RowDecision } from './people-file';

const person = (number: number, part: Partial<MatchedPerson> = {}): MatchedPerson => ({
  id: `22222222-0000-4000-8000-00000000000${number}`,
  displayName: `Person ${number}`,
  mail: `p${number}@fabrikam.example`,
  sourceMail: `p${number}@contoso.example`,
  identityMapping: IdentityMapping.Completed,
  activeJob: null,
  ...part,
});
const ANN = person(1);
const BUSY = person(2, { activeJob: 'wave-00' });
const UNMAPPED = person(3, { sourceMail: null, identityMapping: IdentityMapping.Missing });

const MATCHES = new Map<string, readonly MatchedPerson[]>([
  [ANN.id, [ANN]],
  [ANN.mail, [ANN]],
  [BUSY.mail, [BUSY]],
  [UNMAPPED.mail, [UNMAPPED]],
  ['twin@fabrikam.example', [ANN, BUSY]],
  ['who@nowhere.example', []],
]);

const row = (line: number, name: string, part: Partial<FileRow> = {}): FileRow => ({
  line,
  person: name,
  mail: null,
  isTooLong: false,
  decision: null,
  ...part,
});
const faultOf = (...rows: FileRow[]) => judgeRows(rows, MATCHES).at(-1)?.fault;

describe('A row of a list', () => {
  it('is fine when it means one person, in any letter case', () => {
    expect(judgeRows([row(2, 'P1@fabrikam.example')], MATCHES)).toMatchObject([{ person: ANN, fault: null }]);
  });

  it.each([
    ['', { kind: 'empty', seen: '' }],
    ['22222222-0000-4000-8000', { kind: 'badId', seen: '22222222-0000-4000-8000' }],
    ['ann lee@fabrikam.example', { kind: 'badAddress', seen: 'ann lee@fabrikam.example' }],
    ['who@nowhere.example', { kind: 'unknown', seen: 'who@nowhere.example' }],
    ['twin@fabrikam.example', { kind: 'ambiguous', seen: '2' }],
    [BUSY.mail, { kind: 'inJob', seen: 'wave-00' }],
    [UNMAPPED.mail, { kind: 'unmapped', seen: 'Person 3' }],
  ])('that says "%s" is at fault', (name, fault) => expect(faultOf(row(2, name))).toEqual(fault));

  it('is at fault when an earlier one means the same person, by whatever name', () => {
    expect(faultOf(row(2, ANN.mail), row(9, ANN.id))).toEqual({ kind: 'duplicate', seen: '2' });
    expect(faultOf(row(2, 'new@x.example'), row(3, 'NEW@x.example'))).toEqual({ kind: 'duplicate', seen: '2' });
    expect(faultOf(row(2, ANN.mail, { decision: 'leftOut' }), row(9, ANN.id))).toBeNull();
  });

  it('is at fault when id and address mean different people, or cells are left over', () => {
    expect(faultOf(row(2, ANN.id, { mail: BUSY.mail }))).toEqual({ kind: 'contradiction', seen: BUSY.mail });
    expect(faultOf(row(2, ANN.id, { mail: 'p1@contoso.example' }))).toBeNull();
    expect(faultOf(row(2, ANN.id, { isTooLong: true }))?.kind).toBe('tooLong');
  });

  it('is not judged before somebody has looked', () => {
    expect(judgeRows([row(2, ANN.mail)], new Map())).toMatchObject([{ person: null, fault: null }]);
  });
});

describe('The people of a list', () => {
  const people = (name: string, decision: RowDecision | null) =>
    peopleOfRows(judgeRows([row(2, ANN.mail), row(3, name, { decision })], MATCHES));

  it('are those without a fault, and those who are kept in spite of one', () => {
    expect(people(BUSY.mail, null)).toEqual([ANN.id]);
    expect(people(BUSY.mail, 'kept')).toEqual([ANN.id, BUSY.id]);
    expect(people(BUSY.mail, 'leftOut')).toEqual([ANN.id]);
    expect(people('who@nowhere.example', 'kept')).toEqual([ANN.id]);
  });

  it('are not decided while a row is open', () => {
    const [, judged] = judgeRows([row(2, ANN.mail), row(3, BUSY.mail)], MATCHES);
    if (judged === undefined || judged.fault === null) throw new Error('There is no fault.');
    expect([isOpen(judged), mayStay(judged.fault)]).toEqual([true, true]);
    expect(isOpen({ ...judged, row: { ...judged.row, decision: 'leftOut' } })).toBe(false);
  });
});
