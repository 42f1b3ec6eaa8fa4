/** One record of a CSV text, and the line on which it begins. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A CSV text in parts. */
export interface CsvText {
  readonly delimiter: string;
  /** Records that hold something; empty lines are no records. */
  readonly records: readonly CsvRecord[];
  /** The line on which a quotation mark opens that nothing closes; null when all are closed. */
  readonly openQuoteLine: number | null;
}

const DELIMITERS = [',', ';', '\t', '|'] as const;
const BYTE_ORDER_MARK = '\uFEFF';
/** What Excel writes, and obeys, in a line of its own before the titles. */
const DELIMITER_LINE = /^sep=(.)(?:\r\n|\n|\r|$)/i;

/**
 * Reads CSV (RFC 4180) as spreadsheets write it: with commas, semicolons, tabs or bars, which is seen from the first line;
 * with or without a byte order mark; lines that end as on any system.
 */
export function readCsv(text: string): CsvText {
  const plain = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  const told = DELIMITER_LINE.exec(plain);
  const delimiter = told?.[1] ?? delimiterOf(plain);
  return { delimiter, ...recordsOf(told ? plain.slice(told[0].length) : plain, delimiter, told ? 2 : 1) };
}

/** The delimiter that the first line with something in it has most of, outside of quotation marks. */
function delimiterOf(text: string): string {
  const line = text.split(/\r\n|\n|\r/).find((candidate) => candidate.trim() !== '') ?? '';
  const outside = line.replace(/"(?:[^"]|"")*"/g, '');
  const counts = DELIMITERS.map((delimiter) => outside.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

function recordsOf(text: string, delimiter: string, firstLine: number): Omit<CsvText, 'delimiter'> {
  const records: CsvRecord[] = [];
  let cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  let quoteLine = firstLine;
  let line = firstLine;
  let start = firstLine;
  const endCell = (): void => {
    cells.push(cell.trim());
    cell = '';
  };
  const endRecord = (): void => {
    endCell();
    if (cells.some((each) => each !== '')) records.push({ line: start, cells });
    cells = [];
  };
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    const isLineEnd = char === '\n' || (char === '\r' && text.charAt(at + 1) !== '\n');
    if (isLineEnd) line += 1;
    if (isQuoted) {
      if (char !== '"') cell += char;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (char === '"' && cell.trim() === '') {
      cell = '';
      isQuoted = true;
      quoteLine = line;
    } else if (char === delimiter) endCell();
    else if (isLineEnd) {
      endRecord();
      start = line;
    } else if (char !== '\r') cell += char;
  }
  if (cell !== '' || cells.length > 0) endRecord();
  return { records, openQuoteLine: isQuoted ? quoteLine : null };
}
