import { IdentityMapping, ImportedPerson, type MatchedPerson } from '@ferry/contracts';
import { validateSync } from 'class-validator';
import type { FileRow } from './people-file';

/** What can be wrong with a row. The last two are faults of the person, who may be kept. */
export type RowFaultKind =
  | 'tooLong'
  | 'empty'
  | 'badId'
  | 'badAddress'
  | 'unknown'
  | 'ambiguous'
  | 'contradiction'
  | 'duplicate'
  | 'inJob'
  | 'unmapped';

/** What is wrong with a row, and what that was seen from. */
export interface RowFault {
  readonly kind: RowFaultKind;
  /** The line of the first row, the name of the job, the address that contradicts, or how many share an address. */
  readonly seen: string;
}

/** A row with whom it means and what is wrong; both null while nobody has looked. */
export interface JudgedRow {
  readonly row: FileRow;
  readonly person: MatchedPerson | null;
  readonly fault: RowFault | null;
}

/** Whom names in lower case fit; a name that was not looked up yet is not there. */
export type Matches = ReadonlyMap<string, readonly MatchedPerson[]>;

const MAY_STAY: ReadonlySet<RowFaultKind> = new Set(['inJob', 'unmapped']);

/** Whether somebody may be kept in spite of a fault: it may be mended before the job runs, and is checked again then. */
export function mayStay({ kind }: RowFault): boolean {
  return MAY_STAY.has(kind);
}

/** Whether a row is at fault and nobody has decided about it. */
export function isOpen({ row, fault }: JudgedRow): boolean {
  return fault !== null && row.decision !== 'leftOut' && !(row.decision === 'kept' && mayStay(fault));
}

/** Object ids of the people who move, in the order of the list. */
export function peopleOfRows(rows: readonly JudgedRow[]): string[] {
  const moving = rows.filter((judged) => judged.row.decision !== 'leftOut' && !isOpen(judged));
  return [...new Set(moving.flatMap(({ person }) => (person === null ? [] : person.id)))];
}

/** Judges rows in their order: of those who mean the same person, the first counts. */
export function judgeRows(rows: readonly FileRow[], matches: Matches): JudgedRow[] {
  const firstLines = new Map<string, number>();
  return rows.map((row) => {
    const found = matches.get(row.person.toLowerCase());
    const person = found?.length === 1 ? (found[0] ?? null) : null;
    const key = person?.id ?? row.person.toLowerCase();
    const first = firstLines.get(key);
    if (row.decision !== 'leftOut' && first === undefined && key !== '') firstLines.set(key, row.line);
    return { row, person, fault: faultOf(row, found, person, first) };
  });
}

function faultOf(
  row: FileRow,
  found: readonly MatchedPerson[] | undefined,
  person: MatchedPerson | null,
  firstLine: number | undefined,
): RowFault | null {
  if (row.person === '') return { kind: 'empty', seen: '' };
  if (row.isTooLong) return { kind: 'tooLong', seen: row.person };
  if (person === null) {
    const malformed = malformedName(row.person);
    if (malformed !== null) return { kind: malformed, seen: row.person };
    if (firstLine !== undefined) return { kind: 'duplicate', seen: String(firstLine) };
    if (found === undefined) return null;
    return found.length === 0
      ? { kind: 'unknown', seen: row.person }
      : { kind: 'ambiguous', seen: String(found.length) };
  }
  if (row.mail !== null && !isCalled(person, row.mail)) return { kind: 'contradiction', seen: row.mail };
  if (firstLine !== undefined) return { kind: 'duplicate', seen: String(firstLine) };
  if (person.activeJob !== null) return { kind: 'inJob', seen: person.activeJob };
  if (person.identityMapping === IdentityMapping.Missing) return { kind: 'unmapped', seen: person.displayName };
  return null;
}

function isCalled({ mail, sourceMail }: MatchedPerson, address: string): boolean {
  return [mail, sourceMail].some((known) => known?.toLowerCase() === address.toLowerCase());
}

/** Asks the class of an import, which knows what an object id and an address are. */
function malformedName(name: string): 'badId' | 'badAddress' | null {
  const isAddress = name.includes('@');
  const person = Object.assign(new ImportedPerson(), isAddress ? { mail: name } : { id: name });
  const member = isAddress ? 'mail' : 'id';
  const isFaulty = validateSync(person).some(({ property }) => property === member);
  if (!isFaulty) return null;
  return isAddress ? 'badAddress' : 'badId';
}
