import { CreateCrossTenantMigrationJob } from '@ferry/contracts';
import { edmMembersOf } from '../graph/edm-members';
import { element, type XmlElement } from './xml';

const JOB = 'microsoft.graph.crossTenantMigrationJob';
const TASK = 'microsoft.graph.crossTenantMigrationTask';
const CANCELLED = 'microsoft.graph.crossTenantMigrationCancelResponse';

/** The parameters of the first form of validate, where the date is a text (contract page 1.3.7). */
const PARAMETERS = [
  'displayName',
  'completeAfterDateTime',
  'sourceTenantId',
  'exchangeSettings',
  'workloads',
  'resourceType',
  'resources',
];

/** What can be done to jobs and people (contract page 1.3.6 to 1.3.12). */
export function actions(): XmlElement[] {
  return [
    boundAction('validate', JOB, JOB),
    boundAction('migrate', JOB, JOB),
    boundAction('cancel', JOB, CANCELLED),
    boundAction('cancel', TASK, CANCELLED),
    boundAction('validate', `Collection(${JOB})`, JOB, ...parameters()),
  ];
}

function boundAction(
  name: string,
  bindingType: string,
  returnType: string,
  ...more: readonly XmlElement[]
): XmlElement {
  return element(
    'Action',
    { Name: name, IsBound: 'true', EntitySetPath: returnType === JOB ? 'bindingParameter' : undefined },
    element('Parameter', { Name: 'bindingParameter', Type: bindingType, Nullable: 'false' }),
    ...more,
    element('ReturnType', { Type: returnType, Nullable: 'false' }),
  );
}

function parameters(): XmlElement[] {
  const members = edmMembersOf(CreateCrossTenantMigrationJob);
  return PARAMETERS.flatMap((name) => {
    const member = members.find((candidate) => candidate.name === name);
    if (!member) return [];
    const type = member.type === 'Edm.DateTimeOffset' ? 'Edm.String' : member.type;
    const Nullable = member.isNullable ? undefined : 'false';
    return [element('Parameter', { Name: name, Type: member.isCollection ? `Collection(${type})` : type, Nullable })];
  });
}
