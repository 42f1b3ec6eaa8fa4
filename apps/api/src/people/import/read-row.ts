import { ImportedPerson, type ImportFault } from '@ferry/contracts';
import type { BodyFault } from '../../graph/body-fault';
import { GraphHttpError } from '../../graph/graph-http-error';
import { readBody } from '../../graph/read-body';
import { isFlag } from './import-columns';
import type { RawRow } from './import-row';
import { soundRow } from './sound-row';

const MOST_FAULTS = 20;

/** A row that was judged: the person that it brings, or why it is refused. */
export type JudgedRow = { readonly person: ImportedPerson } | { readonly faults: readonly ImportFault[] };

/** Judges a row by the rules of {@link ImportedPerson}, whichever way it came. */
export function readRow({ values }: RawRow): JudgedRow {
  if ('' in values) return { faults: [{ column: null, message: WRONG_SHAPE }] };
  const sound = soundRow(values);
  if (sound) return hasUnstorable(sound) ?? { person: sound };
  try {
    const { body, faults } = readBody(ImportedPerson, values);
    if (faults.length > 0) return { faults: faults.slice(0, MOST_FAULTS).map(toImportFault) };
    return hasUnstorable(body) ?? { person: body };
  } catch (error) {
    if (!(error instanceof GraphHttpError)) throw error;
    return { faults: [{ column: null, message: error.message }] };
  }
}

const WRONG_SHAPE =
  'The row does not fit the columns: it has more cells than there are titles, or is no object. Put cells with commas in quotes.';

/** What the contract says of a wrong type is no help to somebody with a spreadsheet. */
function toImportFault({ target, message }: BodyFault): ImportFault {
  return { column: target, message: isFlag(target) ? NO_FLAG : message };
}

const NO_FLAG = 'Write true or false, in a CSV file also yes or no; or leave it empty, and it stays as it is.';

/** Passwords may hold anything but what the database does not keep. */
function hasUnstorable(person: ImportedPerson): JudgedRow | null {
  const columns = (['sourcePassword', 'targetPassword'] as const).filter(
    (name) => person[name]?.isWellFormed() === false,
  );
  if (columns.length === 0) return null;
  return { faults: columns.map((column) => ({ column, message: 'The text is damaged: it is no valid Unicode.' })) };
}
