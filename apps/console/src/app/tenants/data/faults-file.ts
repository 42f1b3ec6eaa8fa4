import { type ImportedRow, ImportOutcome } from '@ferry/contracts';
import type { DownloadedFile } from '../../http/downloaded-file';

const TITLES = ['line', 'id', 'column', 'message'];

/** The faults of an import as a CSV file, for whoever has to mend them (RFC 4180). */
export function faultsFile(rows: readonly ImportedRow[]): DownloadedFile {
  const lines = rows
    .filter(({ outcome }) => outcome === ImportOutcome.Refused)
    .flatMap(({ line, id, faults }) =>
      faults.map(({ column, message }) => [String(line), id ?? '', column ?? '', message]),
    );
  const text = [TITLES, ...lines].map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('');
  return { name: 'faults.csv', content: new Blob([text], { type: 'text/csv' }) };
}

/** A cell that a spreadsheet would take for a formula is kept a text by an apostrophe. */
function cellOf(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
