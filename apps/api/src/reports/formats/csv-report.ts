import {
  type FolderReport,
  ItemOutcome,
  type PersonReport,
  type ReportHead,
  ReportPhase,
  type ServiceReport,
} from '@ferry/contracts';
import type { Report } from '../report';
import { csvLine, type CsvValue } from './csv-line';

/** Without it Excel takes the file for the code page of its country. */
const BYTE_ORDER_MARK = '\uFEFF';

/** What a row is about: a folder of a workload of a person. A workload without a folder has one row with no path. */
interface Row {
  readonly head: ReportHead;
  readonly person: PersonReport;
  readonly service: ServiceReport;
  readonly folder: FolderReport | null;
}

type Column = readonly [name: string, value: (row: Row) => CsvValue];

const phaseColumns = (name: string, phase: ReportPhase): Column[] => {
  const periodOf = ({ service }: Row) => service.phases.find((period) => period.phase === phase);
  return [
    [`${name}_start`, (row) => periodOf(row)?.startDateTime ?? null],
    [`${name}_end`, (row) => periodOf(row)?.endDateTime ?? null],
  ];
};

const reasonsOf = ({ folder }: Row, wanted: ItemOutcome): string =>
  (folder?.reasons ?? [])
    .filter(({ outcome }) => outcome === wanted)
    .map(({ items, code, message }) => `${items} x ${code}: ${message}`)
    .join(' | ');

/**
 * The columns, in their order. Their names are part of our surface: a new column goes to the end, and none is renamed.
 * What is known of the workload as a whole, and not by folder, has a name that begins with `workload_` or with a phase, and
 * is repeated in each of its rows: it must not be added up.
 */
const COLUMNS: readonly Column[] = [
  ['job_id', ({ head }) => head.id],
  ['job_name', ({ head }) => head.displayName],
  ['person_id', ({ person }) => person.id],
  ['person_name', ({ person }) => person.displayName],
  ['person_mail', ({ person }) => person.mail],
  ['person_removed', ({ person }) => person.removed],
  ['workload', ({ service }) => service.service],
  ['folder', ({ folder }) => folder?.path ?? null],
  ['found', ({ folder }) => folder?.found ?? 0],
  ['copied', ({ folder }) => folder?.copied ?? 0],
  ['already_there', ({ folder }) => folder?.alreadyThere ?? 0],
  ['skipped', ({ folder }) => folder?.skipped ?? 0],
  ['failed', ({ folder }) => folder?.failed ?? 0],
  ['missing', ({ folder }) => folder?.missing ?? 0],
  ['bytes', ({ folder }) => folder?.bytes ?? 0],
  ['skipped_reasons', (row) => reasonsOf(row, ItemOutcome.Skipped)],
  ['failed_reasons', (row) => reasonsOf(row, ItemOutcome.Failed)],
  ['verified_compared', ({ folder }) => folder?.verification?.compared ?? null],
  ['verified_at_target', ({ folder }) => folder?.verification?.atTarget ?? null],
  ['verified_missing', ({ folder }) => folder?.verification?.missing ?? null],
  ['verified_different_size', ({ folder }) => folder?.verification?.different ?? null],
  ['verified_sampled', ({ folder }) => folder?.verification?.sampled ?? null],
  ['verified_sampled_different', ({ folder }) => folder?.verification?.sampledDifferent ?? null],
  ['workload_status', ({ service }) => service.status],
  ['workload_message', ({ service }) => service.message],
  [
    'workload_errors',
    ({ service }) => service.errors.map(({ code, message }) => `${code ?? ''}: ${message ?? ''}`).join(' | '),
  ],
  ['workload_items_per_second', ({ service }) => service.itemsPerSecond],
  ['workload_bytes_per_second', ({ service }) => service.bytesPerSecond],
  ...phaseColumns('validation', ReportPhase.Validation),
  ...phaseColumns('initial_sync', ReportPhase.InitialSync),
  ...phaseColumns('cutover', ReportPhase.Cutover),
  ...phaseColumns('verification', ReportPhase.Verification),
  ['verification_problem', ({ service }) => service.verificationProblem],
  ['removed', ({ folder }) => folder?.removed ?? 0],
];

/** A report as CSV: one row for each person, workload and folder, a piece of text for each person. */
export async function* csvReport({ head, people }: Report): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(COLUMNS.map(([name]) => name));
  for await (const person of people()) {
    const rows = person.services.flatMap((service) => rowsOf(head, person, service));
    if (rows.length > 0) yield rows.map((row) => csvLine(COLUMNS.map(([, value]) => value(row)))).join('');
  }
}

function rowsOf(head: ReportHead, person: PersonReport, service: ServiceReport): Row[] {
  const folders = service.folders.length === 0 ? [null] : service.folders;
  return folders.map((folder) => ({ head, person, service, folder }));
}
