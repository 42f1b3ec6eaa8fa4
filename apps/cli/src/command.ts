import type { ExitCode } from './exit-code';
import type { Options, OwnOption } from './arguments/options';
import type { ServiceClient } from './service/service-client';
import type { Terminal } from './terminal';

/** What a command works with. */
export interface Context {
  readonly options: Options;
  readonly service: ServiceClient;
  readonly terminal: Terminal;
}

interface Described {
  /** How it is called, such as `jobs list`. */
  readonly name: string;
  readonly summary: string;
  /** Options that only some commands understand. */
  readonly ownOptions: readonly OwnOption[];
}

/** A command of `ferry`: about everything there is, or about the job that is named after it. */
export type Command = Described &
  (
    | { readonly about: 'everything'; run(context: Context): Promise<ExitCode> }
    | { readonly about: 'job'; run(context: Context, job: string): Promise<ExitCode> }
  );
