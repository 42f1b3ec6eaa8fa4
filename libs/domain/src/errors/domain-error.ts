/** A rule of this library was broken by its caller. Callers decide by {@link DomainError.code}, never by the text. */
export class DomainError extends Error {
  constructor(
    /** Stable code, such as `wrongParameterCount`. */
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'DomainError';
  }
}
