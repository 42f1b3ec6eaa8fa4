import { type ErrorEntry, type Fixer, Workload } from '@ferry/contracts';
import { catalogueEntries, catalogueEntry, type CatalogueEntry } from '@ferry/domain';
import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../graph/graph-http-error';
import { toErrorEntry } from './error-entry.mapper';

/** Which entries somebody wants to see. */
export interface ErrorSelection {
  /** Those that stand at this workload, in the words that they have there. */
  readonly service: Workload | undefined;
  /** Those that this person can mend. */
  readonly who: Fixer | undefined;
}

/** The catalogue does not explain the code (404). */
export class ErrorNotExplainedError extends NotFoundError {
  constructor(code: string) {
    super(
      `The error code '${code}' is not one that Ferry explains. Codes are spelled as in the answer, in their case.`,
    );
  }
}

/** The error catalogue, for everybody who can read. */
@Injectable()
export class ErrorsService {
  list({ service, who }: ErrorSelection): ErrorEntry[] {
    return catalogueEntries()
      .filter((entry) => service === undefined || entry === entryAt(service, entry.code))
      .map(toErrorEntry)
      .filter((entry) => who === undefined || entry.who === who);
  }

  /** What a code means, in the words that it has at a workload. Throws {@link ErrorNotExplainedError}. */
  get(code: string, service: Workload | undefined): ErrorEntry {
    const entry = catalogueEntry(code, service === Workload.Meeting ? 'meeting' : undefined);
    if (entry === undefined) throw new ErrorNotExplainedError(code);
    return toErrorEntry(entry);
  }
}

/** The entry by which a code is explained at a workload; undefined where it cannot stand there. */
function entryAt(service: Workload, code: string): CatalogueEntry | undefined {
  const entry = catalogueEntry(code, service === Workload.Meeting ? 'meeting' : undefined);
  return entry?.workloads.includes(service) ? entry : undefined;
}
