import { catalogueEntry, type CatalogueCode } from './error-catalogue';
import { fillTemplate } from './message-template';

/** An error as it stands in a status entry on the wire (`microsoft.graph.error`). */
export interface FilledError<Code extends CatalogueCode = CatalogueCode> {
  readonly code: Code;
  readonly message: string;
}

/**
 * The error of a code with its placeholders filled, as {@link fillTemplate} does it. `variant` takes the text for
 * meetings where a code has one.
 *
 * @throws DomainError `wrongParameterCount` when there are more or fewer parameters than placeholders
 */
export function catalogueError<Code extends CatalogueCode>(
  code: Code,
  params: readonly string[],
  variant?: 'meeting',
): FilledError<Code> {
  return { code, message: fillTemplate(catalogueEntry(code, variant).messageTemplate, params) };
}
