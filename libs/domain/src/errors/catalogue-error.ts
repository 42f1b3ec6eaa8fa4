import type { CatalogueCode } from './error-catalogue';

/** An error as it stands in a status entry on the wire (`microsoft.graph.error`). */
export interface FilledError {
  code: CatalogueCode;
  message: string;
}

/**
 * The error of a code with its placeholders filled: the first parameter goes to the lowest `{n}` (or the first `<X>` or
 * `[X]`), the second to the next one; a placeholder that occurs twice takes one parameter.
 *
 * @throws DomainError `wrongParameterCount` when there are more or fewer parameters than placeholders
 */
export declare function catalogueError(
  code: CatalogueCode,
  params: readonly string[],
  variant?: 'meeting',
): FilledError;
