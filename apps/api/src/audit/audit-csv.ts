import type { AuditEntry } from '@ferry/contracts';
import { csvLine, type CsvValue } from '../reports/formats/csv-line';

/** Spreadsheets take a text without this mark for one in the code page of the computer. */
const BYTE_ORDER_MARK = '\uFEFF';

const COLUMNS: readonly (readonly [name: string, value: (entry: AuditEntry) => CsvValue])[] = [
  ['dateTime', ({ dateTime }) => dateTime],
  ['actor', ({ actor }) => actor],
  ['action', ({ action }) => action],
  ['jobId', ({ jobId }) => jobId],
  ['jobName', ({ jobName }) => jobName],
  ['jobDeleted', ({ jobDeleted }) => jobDeleted],
  ['personId', ({ personId }) => personId],
  ['personName', ({ personName }) => personName],
  ['service', ({ service }) => service],
  ['fromStatus', ({ fromStatus }) => fromStatus],
  ['toStatus', ({ toStatus }) => toStatus],
  ['cause', ({ cause }) => cause],
];

/** The audit as CSV (RFC 4180), a line for each entry; no cell is read as a formula. */
export async function* auditCsv(entries: AsyncIterable<AuditEntry>): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(COLUMNS.map(([name]) => name));
  for await (const entry of entries) yield csvLine(COLUMNS.map(([, value]) => value(entry)));
}
