/** The words of the list of tenants. */
export const TENANT_LIST_TEXTS = {
  title: 'Tenants',
  lead: 'Your tenant, and those that content comes from. Nobody else sees what you register here.',
  register: 'Register a tenant',
  failure: 'The tenants cannot be read',
  label: 'All tenants',
  columns: {
    tenant: 'Tenant',
    domain: 'Default domain',
    kind: 'Kind',
    mail: 'Mail is reached at',
    endpoints: 'Endpoints',
    people: 'People',
  },
  own: 'yours',
  source: 'source',
  noConnection: '—',
  sandboxContent: 'the sandbox',
  noPeople: '—',
  units: { endpoint: 'endpoint', endpoints: 'endpoints', person: 'person', people: 'people' },
  lacksOwn: {
    heading: 'Your own tenant is not registered',
    text: 'Sources, endpoints and people are kept for your tenant, so it comes first.',
    action: 'Register your tenant',
  },
} as const;
