import { Workload } from '@ferry/contracts';
import {
  type CatalogueCode,
  catalogueEntry,
  catalogueError,
  type FilledError,
  isCatalogueCode,
  placeholdersOf,
} from '@ferry/domain';
import type { LedgerEntry } from '@ferry/mover';
import type { CatalogueWords } from '@ferry/stores-spi';
import type { RunError, RunRecord } from '../jobs/job.record';

/** Whose words they are: the run that the store worked for. */
type Whose = Pick<RunRecord, 'service' | 'personId'>;

/** What stands in a sentence where a store has left something out. */
const UNKNOWN = 'unknown';

/** The published error for a failure that has no code of its own. */
export function generalFailure({ service, personId }: Whose): FilledError<'MIGR-003'> {
  return catalogueError('MIGR-003', [personId], variantAt(service));
}

/**
 * A refusal in the words of the catalogue. Stores come as plug-ins, so their codes are plain texts: one that the
 * catalogue does not have, or has for requests only, becomes the general failure; parameters that do not fit the sentence
 * are filled up or dropped. What the store itself said is never the error, it is the message of the workload.
 */
export function refusalOf({ catalogueCode, parameters }: CatalogueWords, run: Whose): RunError {
  const isGeneral = catalogueCode === 'MIGR-003' && parameters.length === 0;
  if (isGeneral || !standsAtWorkloads(catalogueCode)) return generalFailure(run);
  const variant = variantAt(run.service);
  const places = placeholdersOf(catalogueEntry(catalogueCode, variant).messageTemplate);
  return catalogueError(
    catalogueCode,
    places.map((_place, index) => parameters[index] ?? UNKNOWN),
    variant,
  );
}

/** What became of an item, with a code of the catalogue; the words of the store stay in the sentence. */
export function inCatalogueWords(entry: LedgerEntry): LedgerEntry {
  switch (entry.state) {
    case 'copied':
    case 'alreadyThere':
      return entry;
    case 'skipped':
      return isExplained(entry) ? entry : { ...entry, ...catalogueError('ItemNotSupported', [reasonOf(entry)]) };
    case 'failed':
      return isExplained(entry) ? entry : { ...entry, ...catalogueError('ItemWriteFailed', [reasonOf(entry)]) };
  }
}

function isExplained({ code, message }: LedgerEntry): boolean {
  return code !== null && standsAtWorkloads(code) && message !== null && message !== '';
}

/** Whether the catalogue has a code for what happens to people and items; the codes of requests say nothing of these. */
function standsAtWorkloads(code: string): code is CatalogueCode {
  return isCatalogueCode(code) && catalogueEntry(code).workloads.length > 0;
}

/** The words of the store without their full stop, which the sentence of the catalogue has. */
function reasonOf({ message, code }: LedgerEntry): string {
  return message?.replace(/\.$/, '') || code || UNKNOWN;
}

function variantAt(service: Workload): 'meeting' | undefined {
  return service === Workload.Meeting ? 'meeting' : undefined;
}
