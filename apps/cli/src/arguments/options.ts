/** What every command is told. */
export interface Options {
  readonly server: URL;
  readonly tenant: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** A token that was obtained elsewhere; null when one has to be asked for. */
  readonly token: string | null;
  readonly json: boolean;
  /** The body of `jobs create`. */
  readonly file: string | null;
  /** Whether a list goes on beyond its first page. */
  readonly all: boolean;
  /** In which form a report is fetched as a file; null when it is printed. */
  readonly format: string | null;
  /** Where that file goes. */
  readonly output: string | null;
}

/** Options that only some commands understand. */
export type OwnOption = 'file' | 'all' | 'format' | 'output';

/** An option as the command line and its help know it. */
export interface OptionRule {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  /** The variable that is read when the option is not given. */
  readonly variable?: string;
  /** What holds when neither is given: the sandbox that `npm start` serves. */
  readonly fallback?: string;
  readonly summary: string;
}

/** Every option. A secret on a command line can be read by everybody on the machine, hence the variables. */
export const OPTION_RULES = {
  server: {
    type: 'string',
    variable: 'FERRY_SERVER',
    fallback: 'http://127.0.0.1:3000',
    summary: 'address of the service',
  },
  tenant: {
    type: 'string',
    variable: 'FERRY_TENANT',
    fallback: '22222222-2222-4222-8222-222222222222',
    summary: 'id of the target tenant',
  },
  'client-id': {
    type: 'string',
    variable: 'FERRY_CLIENT_ID',
    fallback: 'ferry-admin',
    summary: 'application that asks for a token',
  },
  'client-secret': {
    type: 'string',
    variable: 'FERRY_CLIENT_SECRET',
    fallback: 'sandbox',
    summary: 'its secret',
  },
  token: {
    type: 'string',
    variable: 'FERRY_TOKEN',
    summary: 'bearer token to use instead of asking for one',
  },
  json: { type: 'boolean', summary: 'print what the service answered' },
  file: { type: 'string', short: 'f', summary: 'jobs create: the body, as the contract writes it' },
  all: { type: 'boolean', summary: 'jobs list: every page, not only the newest jobs' },
  format: { type: 'string', summary: 'report: fetch it as csv, pdf or json, into the file of --output' },
  output: { type: 'string', short: 'o', summary: 'report: the file that is written, instead of one that is there' },
  help: { type: 'boolean', short: 'h', summary: 'print this text' },
} as const satisfies Readonly<Record<string, OptionRule>>;
