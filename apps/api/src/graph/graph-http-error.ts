/** One fault among several: what `error.details` lists. */
export interface GraphErrorDetail {
  readonly code: string;
  readonly message: string;
  /** The member, option or parameter at fault, such as `exchangeSettings.sourceEndpoint` or `resources[3]`. */
  readonly target?: string;
}

/** What an error says beside its code and message. */
export interface GraphErrorExtras {
  readonly target?: string;
  readonly details?: readonly GraphErrorDetail[];
  /** Headers of the answer, such as `Allow`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What `innerError` says beside the ids of the request. */
  readonly innerError?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

/** An error as Graph's envelope says it: a status, a stable code, a message and details (contract page 5.1). */
export class GraphHttpError extends Error {
  readonly target: string | undefined;
  readonly details: readonly GraphErrorDetail[];
  readonly headers: Readonly<Record<string, string>>;
  readonly innerError: Readonly<Record<string, string>>;

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    extras: GraphErrorExtras = {},
  ) {
    super(message, { cause: extras.cause });
    this.name = new.target.name;
    this.target = extras.target;
    this.details = extras.details ?? [];
    this.headers = extras.headers ?? {};
    this.innerError = extras.innerError ?? {};
  }
}

/** 400: the request cannot be read or holds what the type does not have. */
export class BadRequestError extends GraphHttpError {
  constructor(message: string, extras?: GraphErrorExtras) {
    super(400, 'BadRequest', message, extras);
  }
}

/** 404: no such thing, or none that the caller may know of. */
export class NotFoundError extends GraphHttpError {
  constructor(message: string, extras?: GraphErrorExtras) {
    super(404, 'NotFound', message, extras);
  }
}

/** 409: the state of the thing does not allow it. */
export class ConflictError extends GraphHttpError {
  constructor(message: string, extras?: GraphErrorExtras) {
    super(409, 'Conflict', message, extras);
  }
}

/**
 * 422: members that can be read and are not acceptable. The outer message names the members, the details say why
 * (contract page 1.4).
 */
export class BadArgumentError extends GraphHttpError {
  constructor(members: readonly string[], details: readonly GraphErrorDetail[]) {
    const [only] = members;
    const fields = members.length === 1 ? 'field' : 'fields';
    super(422, 'BadArgument', `Error in ${members.join(', ')} data ${fields}`, {
      ...(members.length === 1 && only !== undefined ? { target: only } : {}),
      details,
    });
  }
}
