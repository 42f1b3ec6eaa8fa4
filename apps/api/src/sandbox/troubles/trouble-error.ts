import { Workload } from '@ferry/contracts';
import { catalogueError, type FilledError, isCatalogueCode } from '@ferry/domain';
import type { TroubleRecord } from './trouble.record';

/** The error that a trouble makes a store report at a workload. Whoever set the trouble was told what it needs. */
export function errorOfTrouble({ code, parameters }: TroubleRecord, service: Workload): FilledError {
  if (code === null || !isCatalogueCode(code))
    throw new Error(`A trouble names the error ${code}, which nobody knows.`);
  return catalogueError(code, parameters, service === Workload.Meeting ? 'meeting' : undefined);
}
