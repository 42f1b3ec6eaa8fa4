import pg from 'pg';

/** How long a connection that is ended may take to say goodbye before its socket is destroyed. */
const GOODBYE_MS = 1_000;

/** What a connection is made with, and who hears of the errors that the server answers. */
export interface GuardedClientConfig extends pg.ClientConfig {
  readonly onServerError?: (error: unknown) => void;
}

interface Inside {
  readonly stream: { destroy(): void };
  on(event: 'errorMessage', listener: (error: unknown) => void): void;
}

/**
 * A connection that neither ends the process when it breaks nor lingers when nobody answers. The pool hears only of
 * connections that are idle: one that breaks in the middle of a transaction would be an unheard error event. And the end
 * of a connection whose other side has vanished would be waited for until the system gives it up, which takes hours.
 */
export class GuardedClient extends pg.Client {
  constructor(config?: GuardedClientConfig) {
    super(config);
    this.on('error', () => undefined);
    if (config?.onServerError) this.onServerAnswer(config.onServerError);
  }

  /** Hears of every error that the server answers. */
  protected onServerAnswer(listener: (error: unknown) => void): void {
    this.inside.on('errorMessage', listener);
  }

  // The driver does not show its connection, and there is no other way to its socket.
  private get inside(): Inside {
    return (this as unknown as { connection: Inside }).connection;
  }

  override end(): Promise<void>;
  override end(callback: (error: Error) => void): void;
  override end(callback?: (error: Error) => void): Promise<void> | void {
    const timer = setTimeout(() => this.inside.stream.destroy(), GOODBYE_MS);
    this.once('end', () => clearTimeout(timer));
    if (!callback) return super.end();
    super.end(callback);
  }
}
