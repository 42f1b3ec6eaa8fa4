import { type ImportedRow, type ImportFault, ImportOutcome, type PeopleImport } from '@ferry/contracts';
import { Injectable } from '@nestjs/common';
import type { StreamedBody } from '../../graph/streamed-body';
import { TenantsService } from '../../tenants/tenants.service';
import { csvRows } from './csv-rows';
import { ImportDamagedError, type RawRow } from './import-row';
import { jsonRows } from './json-rows';
import { PeopleBatches, type RowToWrite } from './people-batches';
import { readRow } from './read-row';

/** Rows that are compared and written together: a death in between leaves all of them or none. */
const ROWS_TOGETHER = 250;
/** What is kept of each row is small, but it is kept until the answer. */
export const MOST_ROWS = 100_000;

/** The media types that people are imported as. */
export const IMPORT_TYPES = { csv: 'text/csv', json: 'application/json' } as const;

/**
 * Imports people as they come: rows are read, judged and written in batches, and only what became of each is kept until the
 * end. Doing it again changes nothing.
 */
@Injectable()
export class PeopleImportService {
  constructor(
    private readonly tenants: TenantsService,
    private readonly batches: PeopleBatches,
  ) {}

  /** @throws TenantNotFoundError, BadRequestError when the file is none of people */
  async import(
    callerTenantId: string,
    tenantId: string,
    { type, content }: StreamedBody,
    dryRun: boolean,
  ): Promise<PeopleImport> {
    const { id } = await this.tenants.requireOwn(callerTenantId, tenantId);
    const rows: ImportedRow[] = [];
    const firstLines = new Map<string, number>();
    let complete = true;
    try {
      for await (const batch of inBatches(type === IMPORT_TYPES.csv ? csvRows(content) : jsonRows(content))) {
        const { refusals, wanted } = judge(batch, firstLines);
        const written = await this.batches.write(id, wanted, dryRun);
        rows.push(...[...refusals, ...written].sort((one, other) => one.line - other.line));
      }
    } catch (error) {
      if (!(error instanceof ImportDamagedError)) throw error;
      complete = false;
      rows.push(refused(error.line, null, [{ column: null, message: error.message }]));
    }
    return { dryRun, complete, totals: totalsOf(rows), rows };
  }
}

/** Parts what may be written from what is refused, which includes whoever was in the file before. */
function judge(
  batch: readonly RawRow[],
  firstLines: Map<string, number>,
): { readonly refusals: readonly ImportedRow[]; readonly wanted: readonly RowToWrite[] } {
  const refusals: ImportedRow[] = [];
  const wanted: RowToWrite[] = [];
  for (const raw of batch) {
    const row = readRow(raw);
    if ('faults' in row) {
      refusals.push(refused(raw.line, idOf(raw), row.faults));
      continue;
    }
    const id = row.person.id.toLowerCase();
    const first = firstLines.get(id);
    if (first === undefined) {
      firstLines.set(id, raw.line);
      wanted.push({ line: raw.line, person: row.person });
    } else {
      const message = `The person ${id} is already in line ${first} of this import.`;
      refusals.push(refused(raw.line, id, [{ column: 'id', message }]));
    }
  }
  return { refusals, wanted };
}

async function* inBatches(rows: AsyncGenerator<RawRow>): AsyncGenerator<readonly RawRow[]> {
  let batch: RawRow[] = [];
  let count = 0;
  try {
    for await (const row of rows) {
      count += 1;
      if (count > MOST_ROWS)
        throw new ImportDamagedError(row.line, `An import takes ${MOST_ROWS} rows. Divide the file.`);
      batch.push(row);
      if (batch.length < ROWS_TOGETHER) continue;
      yield batch;
      batch = [];
    }
  } catch (error) {
    // What was read before counts.
    if (error instanceof ImportDamagedError && batch.length > 0) yield batch;
    throw error;
  }
  if (batch.length > 0) yield batch;
}

function idOf({ values }: RawRow): string | null {
  const { id } = values;
  return typeof id === 'string' ? id.slice(0, 100) : null;
}

function refused(line: number, id: string | null, faults: readonly ImportFault[]): ImportedRow {
  return { line, id, outcome: ImportOutcome.Refused, faults: [...faults] };
}

function totalsOf(rows: readonly ImportedRow[]): PeopleImport['totals'] {
  const count = (outcome: ImportOutcome): number => rows.filter((row) => row.outcome === outcome).length;
  return {
    rows: rows.length,
    created: count(ImportOutcome.Created),
    changed: count(ImportOutcome.Changed),
    unchanged: count(ImportOutcome.Unchanged),
    refused: count(ImportOutcome.Refused),
  };
}
