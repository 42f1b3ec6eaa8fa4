/** An option as the command line and its help know it. */
export interface OptionRule {
  readonly type: 'string' | 'boolean';
  readonly value?: string;
  /** The variable that is read when the option is not given: a command line can be read by everybody on the machine. */
  readonly variable?: string;
  readonly fallback?: string;
  readonly summary: string;
}

const secretOf = (who: string, variable: string) =>
  ({ type: 'string', value: 'SECRET', variable, summary: `secret of ${who}` }) as const;
const tokenOf = (who: string, variable: string) =>
  ({ type: 'string', value: 'TOKEN', variable, summary: `bearer token of ${who}` }) as const;
const clientOf = (who: string) => ({ type: 'string', value: 'ID', summary: `application of ${who}` }) as const;

/** Every option. */
export const OPTION_RULES = {
  'base-url': {
    type: 'string',
    value: 'URL',
    fallback: 'http://127.0.0.1:3000',
    summary: 'address of the server, before the version',
  },
  'second-url': { type: 'string', value: 'URL', summary: 'the same server over its other scheme, http or https' },
  ca: { type: 'string', value: 'FILE', summary: 'authority to trust, in PEM' },
  versions: { type: 'string', value: 'LIST', fallback: 'v1.0,beta,', summary: 'versions to ask; an empty one is none' },
  token: tokenOf('the administrator', 'CONFORMANCE_TOKEN'),
  'read-token': tokenOf('somebody who may only read', 'CONFORMANCE_READ_TOKEN'),
  'stranger-token': tokenOf('somebody without a role', 'CONFORMANCE_STRANGER_TOKEN'),
  'other-tenant-token': tokenOf('the administrator of another tenant', 'CONFORMANCE_OTHER_TENANT_TOKEN'),
  'token-endpoint': { type: 'string', value: 'URL', summary: 'where applications of the tenant get tokens' },
  scope: { type: 'string', value: 'SCOPE', summary: 'what to ask the token endpoints for' },
  'client-id': clientOf('the administrator'),
  'client-secret': secretOf('the application of the administrator', 'CONFORMANCE_CLIENT_SECRET'),
  'read-client-id': clientOf('somebody who may only read'),
  'read-client-secret': secretOf('that application', 'CONFORMANCE_READ_CLIENT_SECRET'),
  'stranger-client-id': clientOf('somebody without a role'),
  'stranger-client-secret': secretOf('that application', 'CONFORMANCE_STRANGER_CLIENT_SECRET'),
  'other-tenant-token-endpoint': { type: 'string', value: 'URL', summary: 'the same for another tenant' },
  'other-tenant-client-id': clientOf('the administrator of another tenant'),
  'other-tenant-client-secret': secretOf('that application', 'CONFORMANCE_OTHER_TENANT_CLIENT_SECRET'),
  'source-tenant': { type: 'string', value: 'GUID', summary: 'tenant that the content leaves' },
  'source-endpoint': { type: 'string', value: 'NAME', summary: 'migration endpoint' },
  'target-domain': { type: 'string', value: 'DOMAIN', summary: 'target delivery domain' },
  people: { type: 'string', value: 'LIST', summary: 'object ids of people whom nobody needs, ready to be migrated' },
  only: { type: 'string', value: 'LIST', summary: 'sections, or ids of checks or how they begin' },
  'skip-decisions': { type: 'boolean', summary: "leave out what rests on Ferry's own decisions" },
  'provoke-throttling': { type: 'string', value: 'N', summary: 'send N requests at once and expect 429' },
  patience: { type: 'string', value: 'SECONDS', fallback: '120', summary: 'how long a job may take for a step' },
  json: { type: 'boolean', summary: 'print the results as JSON' },
  list: { type: 'boolean', summary: 'print the checks and their sources, and ask nobody' },
  markdown: { type: 'boolean', summary: 'with --list: as tables of Markdown' },
  help: { type: 'boolean', summary: 'print this text' },
} as const satisfies Readonly<Record<string, OptionRule>>;

/** The name of an option, without the dashes. */
export type OptionName = keyof typeof OPTION_RULES;
