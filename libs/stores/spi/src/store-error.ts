/** Why a store could not do what was asked, with a stable code. Its message holds no content of any item. */
export abstract class StoreError extends Error {
  /** Stable code for logs and decisions. */
  abstract readonly code: string;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** An error of the catalogue: its code, and values for the placeholders of its text, in order. */
export interface CatalogueWords {
  readonly catalogueCode: string;
  readonly parameters: readonly string[];
}

/** The connection broke or could not be made; trying again later is reasonable. */
export class StoreUnavailableError extends StoreError {
  readonly code = 'storeUnavailable';
  /** What it is to be called once trying again was of no use; null where a lost connection is all that is known. */
  readonly lastly: CatalogueWords | null;

  constructor(message: string, options?: ErrorOptions & { readonly lastly?: CatalogueWords }) {
    super(message, options);
    this.lastly = options?.lastly ?? null;
  }
}

/** Who has to wait: one person, whose mailbox or drive is asked too often, or everybody who uses the endpoint. */
export type ThrottleScope = 'person' | 'endpoint';

/** The store asks to wait (HTTP 429 and 503 with Retry-After, RFC 9110 section 10.2.3). */
export class StoreThrottledError extends StoreError {
  readonly code = 'storeThrottled';

  constructor(
    message: string,
    /** How long the store asks to be left alone, in seconds. */
    readonly retryAfterSeconds: number,
    /** Whom the store means; the endpoint where it does not say. */
    readonly scope: ThrottleScope = 'endpoint',
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The store refuses for good: wrong credentials, no such mailbox, over quota. Trying again changes nothing by itself. */
export class StoreRefusedError extends StoreError {
  readonly code = 'storeRefused';

  constructor(
    message: string,
    /** Code of the error catalogue that tells a person what to do. */
    readonly catalogueCode: string,
    /** Values for the placeholders of the catalogue's text, in order. */
    readonly parameters: readonly string[] = [],
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** An item that was listed is gone from the source. */
export class ItemVanishedError extends StoreError {
  readonly code = 'itemVanished';
}
