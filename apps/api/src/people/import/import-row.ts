/** One row as it was read, before anybody judged it. */
export interface RawRow {
  /** Line or element, from 1. */
  readonly line: number;
  readonly values: Readonly<Record<string, unknown>>;
}

/** The rest of a file cannot be read. */
export class ImportDamagedError extends Error {
  readonly code = 'importDamaged';

  constructor(
    readonly line: number,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'ImportDamagedError';
  }
}

/** Largest row in bytes; a person has a few hundred. */
export const LARGEST_ROW_BYTES = 65_536;
