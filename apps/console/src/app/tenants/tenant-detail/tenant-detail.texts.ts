import { formatQuantity } from '../../format/numbers';

/** The words of the page of a tenant. */
export const TENANT_DETAIL_TEXTS = {
  crumb: 'Tenants',
  failure: 'The tenant cannot be read',
  own: 'Your tenant',
  source: 'Source',
  edit: 'Change',
  remove: 'Delete',
  removalFailure: 'The tenant was not deleted',
  facts: { heading: 'Tenant', id: 'Tenant id', domain: 'Default domain', kind: 'Kind' },
  sandboxKind: 'Sandbox: made by Ferry at each start. Its name stays; how its mail is reached can be changed.',
  openKind: 'Open: reached over its own protocols.',
  services: {
    heading: 'Its own mail',
    noneOfSandbox: 'The content of the sandbox. A connection goes before it, so a rehearsal can use real mailboxes.',
    noneOfOwn: 'Nothing says how mail is written here. A migration of mailboxes needs a connection.',
    noneOfSource: 'Nothing here. Each endpoint that leads to this tenant says how its mail is reached.',
    connect: 'Connect a mail server',
  },
  trust: {
    heading: 'Trust',
    open: 'An open tenant needs no applications, roles or trust: there is nothing that could be missing.',
    met: 'met',
    unmet: 'missing',
    allMet: 'all met',
    someUnmet: (count: number) => `${count} missing`,
  },
  endpoints: {
    heading: 'Migration endpoints',
    explanationOwn: 'Ways into the tenants that content comes from. A job names one.',
    explanationSource: 'Ways into this tenant, registered at yours.',
    register: 'Register an endpoint',
    none: 'No endpoints yet',
    noneText: 'A job that moves mailboxes names an endpoint: how its source is reached, and how hard it may be worked.',
    needsSource: 'Register the tenant that content comes from first. An endpoint leads to one.',
    registerSource: 'Register a source tenant',
    leadsTo: 'Leads to',
    reached: 'Mail is reached at',
    limits: 'Connections',
    name: 'Endpoint',
    asTenant: 'as the tenant says',
    asSettings: 'as set for the service',
  },
  people: {
    heading: 'People',
    open: 'Show people',
    check: 'Check people',
    import: 'Import people',
    none: 'Nobody yet',
    noneText: 'People are brought in from a CSV or JSON file, with their addresses on both sides.',
    labels: {
      people: 'people',
      mapped: 'mapped to the source',
      inScopeGroup: 'in the scope group',
      exchangePlan: 'with a mailbox plan on both sides',
      teamsLicence: 'with Teams on both sides',
      oneDriveLicence: 'with a OneDrive migration licence',
    },
  },
  removal: {
    heading: (name: string) => `Delete ${name}?`,
    own: (people: number, endpoints: number) =>
      `With your tenant go its ${formatQuantity(people, 'person', 'people')}, its ` +
      `${formatQuantity(endpoints, 'endpoint', 'endpoints')}, the sources that it registered, and all their passwords ` +
      'and secrets. It is refused while the tenant has jobs. Mailboxes are not touched.',
    source:
      'Ferry forgets the tenant, and the secret of its connection. It is refused while an endpoint leads to it, or a ' +
      'job from it is not over. Its mailboxes are not touched.',
    keep: 'Keep it',
    confirm: 'Delete tenant',
  },
} as const;
