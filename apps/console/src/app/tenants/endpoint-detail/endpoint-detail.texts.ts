/** The words of the page of an endpoint. */
export const ENDPOINT_DETAIL_TEXTS = {
  crumb: 'Tenants',
  own: 'Your tenant',
  failure: 'The endpoint cannot be read',
  changeFailure: 'That was refused',
  leadsTo: 'leads to',
  edit: 'Change',
  remove: 'Delete',
  secretReplaced: 'The secret was replaced.',
  services: 'How its mail is reached',
  asTenant: (source: string) => `As ${source} says itself: `,
  ofSandbox: 'The content of the sandbox, which needs no connection.',
  unreachable:
    'Nothing says how its mail is reached. A job that moves mailboxes fails until a connection is registered.',
  connect: 'Connect a mail server',
  limits: {
    heading: 'Limits',
    explanation: 'How hard the source may be worked, over all jobs and processes.',
    connections: 'Connections',
    connectionsMeaning: 'Mailboxes that are read at the same time; the others wait for their turn.',
    items: 'Items a second',
    itemsMeaning: 'Copying slows down so that no more are read.',
    bytes: 'Bytes a second',
    bytesMeaning: 'The same for the amount of data.',
    asSettings: 'as set for the service',
    unlimited: 'any number',
  },
  removal: {
    heading: (name: string) => `Delete ${name}?`,
    text:
      'Ferry forgets how this source is reached, and the secret with it. Jobs that are over keep their reports. It is ' +
      'refused while a job that is not over uses the endpoint. The source is not touched.',
    keep: 'Keep it',
    confirm: 'Delete endpoint',
  },
} as const;
