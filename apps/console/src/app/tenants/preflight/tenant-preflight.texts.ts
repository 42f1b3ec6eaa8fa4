import { formatQuantity } from '../../format/numbers';

/** The words of checks before any job, as a page of a tenant. */
export const TENANT_PREFLIGHT_TEXTS = {
  crumb: 'Tenants',
  own: 'Your tenant',
  title: 'Check people',
  lead: 'All checks of a validation, before any job exists. Nothing is created or moved.',
  unreadable: 'The sources cannot be read',
  about: 'What is checked',
  outcome: 'What was found',
  source: 'Content comes from',
  choose: 'Choose …',
  endpoint: 'Endpoint',
  noEndpoint: 'None: it is not checked',
  workloads: 'Workloads',
  who: 'People',
  whoOptions: { everybody: 'Everybody', named: 'Those I name' },
  names: 'Mail addresses or object ids, one a line',
  unknown: (names: readonly string[]) =>
    `${formatQuantity(names.length, 'line fits', 'lines fit')} nobody, or more than one: ${names.join(', ')}`,
  check: 'Check',
  nothingYet: { heading: 'Nothing is checked yet', text: 'Choose a source and people, then check them.' },
  nobody: 'Name at least one person who is there.',
  newJob: 'New job',
  noSource: {
    heading: 'There is no tenant to come from',
    text: 'Register the source tenant first; the checks are about a way from there.',
    action: 'Register a source',
  },
  readOnly: {
    heading: 'You may look, but not check people',
    text: 'A run is kept for the next one to be compared with, which needs CrossTenantContentMigration.ReadWrite.All.',
  },
  ofSource: {
    heading: 'People are checked at your own tenant',
    text: 'Those who move are in the directory of the tenant that they move to.',
    open: 'Check people of your tenant',
  },
} as const;
