import { type ServiceProgress, Workload } from '@ferry/contracts';
import { catalogueEntry } from '@ferry/domain';
import { FIXER_LABELS } from '../labels/fixer-labels';

/** An error of a workload with what the catalogue knows about it. */
export interface FoundError {
  readonly code: string | null;
  readonly title: string;
  /** What was found for this very person. */
  readonly message: string;
  /** Null where the catalogue does not know the code. */
  readonly help: ErrorHelp | null;
}

/** Why it happens and how it is mended. */
export interface ErrorHelp {
  readonly cause: string;
  readonly evidence: string;
  readonly remedy: string;
  readonly who: string;
  readonly where: string;
}

export function foundErrors({ service, errors }: Pick<ServiceProgress, 'service' | 'errors'>): FoundError[] {
  return errors.map(({ code, message }) => {
    const variant = service === Workload.Meeting ? 'meeting' : undefined;
    const entry = code === null ? undefined : catalogueEntry(code, variant);
    const said = message ?? '';
    if (entry === undefined) return { code, title: code ?? said, message: said, help: null };
    const { title, cause, evidence, remedy, who, where } = entry;
    return { code, title, message: said, help: { cause, evidence, remedy, who: FIXER_LABELS[who], where } };
  });
}
