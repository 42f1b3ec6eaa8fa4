import { CrossTenantMigrationJob, CrossTenantMigrationTask } from '@ferry/contracts';
import { edmMembersOf } from '../graph/edm-members';
import type { ContractClass } from '../graph/type-name';
import { JOB_FIELDS } from '../jobs/job-fields.sql';
import type { ListFields } from '../jobs/list-field.sql';
import { TASK_FIELDS } from '../jobs/task-fields.sql';
import { element, type XmlElement } from './xml';

/** What lists of jobs can be asked for, and what can be changed (design, section 4, OPEN-14). */
export function jobsCapabilities(): XmlElement[] {
  return [
    ...listCapabilities(CrossTenantMigrationJob, JOB_FIELDS),
    record('SearchRestrictions', { Searchable: 'true' }),
    record('ExpandRestrictions', { Expandable: 'true' }),
    record('InsertRestrictions', { Insertable: 'true' }),
    record('UpdateRestrictions', { Updatable: 'true' }),
    record('DeleteRestrictions', { Deletable: 'true' }),
  ];
}

/** The same for the people of a job. */
export function usersCapabilities(): XmlElement[] {
  return [
    ...listCapabilities(CrossTenantMigrationTask, TASK_FIELDS),
    record('SearchRestrictions', { Searchable: 'false' }),
    record('ExpandRestrictions', { Expandable: 'false' }),
    record('InsertRestrictions', { Insertable: 'true' }),
    record('UpdateRestrictions', { Updatable: 'false' }),
    record('DeleteRestrictions', { Deletable: 'true' }),
  ];
}

/** What lists have in common: members that have no scalar in the allow-list can be neither filtered nor sorted by. */
function listCapabilities(type: ContractClass, fields: ListFields): XmlElement[] {
  const left = edmMembersOf(type)
    .map(({ name }) => name)
    .filter((name) => ![...fields.keys()].some((path) => path.split('/')[0] === name.toLowerCase()));
  return [
    flag('TopSupported'),
    flag('SkipSupported'),
    record('CountRestrictions', { Countable: 'true' }),
    record('SelectSupport', { Supported: 'true' }),
    record('FilterRestrictions', { Filterable: 'true', NonFilterableProperties: left }),
    record('SortRestrictions', { Sortable: 'true', NonSortableProperties: left }),
  ];
}

function flag(term: string): XmlElement {
  return element('Annotation', { Term: `Capabilities.${term}`, Bool: 'true' });
}

function record(term: string, values: Readonly<Record<string, 'true' | 'false' | readonly string[]>>): XmlElement {
  const properties = Object.entries(values).map(([Property, value]) =>
    typeof value === 'string'
      ? element('PropertyValue', { Property, Bool: value })
      : element('PropertyValue', { Property }, element('Collection', {}, ...value.map(propertyPath))),
  );
  return element('Annotation', { Term: `Capabilities.${term}` }, element('Record', {}, ...properties));
}

function propertyPath(path: string): XmlElement {
  return { ...element('PropertyPath'), text: path };
}
