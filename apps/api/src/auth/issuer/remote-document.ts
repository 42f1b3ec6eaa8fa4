/** How often and how long an issuer is asked for a document; all in milliseconds of real time. */
export interface FetchLimits {
  /** A fetch that takes longer has failed. */
  readonly timeout: number;
  /** A document that was read this long ago is read again, if the issuer answers. */
  readonly maxAge: number;
  /** Whoever misses something in a document has it read again only this long after the last time. */
  readonly coolDown: number;
  /** A failure stands for this long: until then nobody asks again. */
  readonly afterFailure: number;
}

/** For key sets: ten minutes, and one look for an unknown key in half a minute, as jose's own remote key sets have it. */
export const KEY_LIMITS: FetchLimits = { timeout: 5_000, maxAge: 600_000, coolDown: 30_000, afterFailure: 5_000 };

/** For discovery documents, which hardly ever change: a day. */
export const DISCOVERY_LIMITS: FetchLimits = { ...KEY_LIMITS, maxAge: 86_400_000 };

/**
 * A JSON document of somebody else's server, read when it is needed and then kept. All who need it at once share one
 * fetch; a failure matters only to whoever has no copy. jose's remote key sets would do most of this, but forget their
 * keys when the server is down at the wrong moment, and ask a server in trouble once for every request.
 */
export class RemoteDocument<T> {
  private copy: { readonly value: T; readonly readAt: number } | undefined;
  private failure: { readonly error: unknown; readonly at: number } | undefined;
  private pending: Promise<T> | undefined;

  /** @param read makes something of the document, and throws when it is not what it should be */
  constructor(
    private readonly address: () => URL | Promise<URL>,
    private readonly read: (document: unknown) => T,
    private readonly limits: FetchLimits,
  ) {}

  /** The document, at most `maxAge` old unless the server is in trouble. Throws when there is none. */
  async current(): Promise<T> {
    const { copy } = this;
    if (copy === undefined) return this.fetched();
    const { maxAge, coolDown } = this.limits;
    if (isWithin(copy.readAt, maxAge) || isWithin(this.failure?.at, coolDown)) return copy.value;
    return this.fetched().catch(() => copy.value);
  }

  /** A copy that is newer than the one at hand, unless that one is new. Throws when the server is in trouble. */
  async renewed(): Promise<T> {
    if (this.copy !== undefined && isWithin(this.copy.readAt, this.limits.coolDown)) return this.copy.value;
    return this.fetched();
  }

  private async fetched(): Promise<T> {
    if (this.failure !== undefined && isWithin(this.failure.at, this.limits.afterFailure)) throw this.failure.error;
    this.pending ??= this.fetch().finally(() => {
      this.pending = undefined;
    });
    return this.pending;
  }

  private async fetch(): Promise<T> {
    try {
      const address = await this.address();
      const signal = AbortSignal.timeout(this.limits.timeout);
      const response = await fetch(address, { signal, redirect: 'error', headers: { accept: 'application/json' } });
      if (response.status !== 200) throw new Error(`${address.href} was answered with ${response.status}.`);
      const value = this.read(await response.json());
      this.copy = { value, readAt: Date.now() };
      this.failure = undefined;
      return value;
    } catch (error) {
      this.failure = { error, at: Date.now() };
      throw error;
    }
  }
}

function isWithin(moment: number | undefined, duration: number): boolean {
  return moment !== undefined && Date.now() < moment + duration;
}
