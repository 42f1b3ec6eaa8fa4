import { descriptionOf } from '@ferry/contracts';
import { isEntity } from '../graph/answer-place';
import { EDM_ENUMERATIONS, type EdmMember, edmMembersOf } from '../graph/edm-members';
import { type ContractClass, typeNameOf } from '../graph/type-name';
import { element, type XmlElement } from './xml';

/** The name of a type within its namespace. */
export const shortName = (qualified: string): string => qualified.replace(/^microsoft\.graph\./, '');

/** The enumerations, their words numbered in the order of their declaration (contract page 2.7). */
export function enumTypes(): XmlElement[] {
  return Object.entries(EDM_ENUMERATIONS).map(([name, words]) =>
    element(
      'EnumType',
      { Name: shortName(name) },
      ...Object.values(words).map((word, value) => element('Member', { Name: word, Value: String(value) })),
    ),
  );
}

/**
 * The structured types that are reached from some classes, those included: complex types before entity types, with what
 * the classes themselves say about their members.
 *
 * @param annotations elements to be put into a type, by its name
 */
export function structuredTypes(
  roots: readonly ContractClass[],
  annotations: Readonly<Record<string, readonly XmlElement[]>>,
): XmlElement[] {
  const reached = new Set<ContractClass>();
  const visit = (type: ContractClass): void => {
    if (reached.has(type)) return;
    reached.add(type);
    for (const { structure } of edmMembersOf(type)) if (structure) visit(structure);
  };
  roots.forEach(visit);
  const types = [...reached].sort((one, other) => Number(isEntity(one)) - Number(isEntity(other)));
  return types.map((type) => structuredType(type, annotations[shortName(typeNameOf(type))] ?? []));
}

function structuredType(type: ContractClass, annotations: readonly XmlElement[]): XmlElement {
  const name = shortName(typeNameOf(type));
  const members = edmMembersOf(type).map((member) => property(type, member));
  const description = descriptionAnnotation(descriptionOf(type));
  if (!isEntity(type)) return element('ComplexType', { Name: name }, ...members, ...description, ...annotations);
  // The key is inherited, as at Graph: every entity has an id.
  const own = members.filter(({ attributes }) => attributes['Name'] !== 'id');
  return element(
    'EntityType',
    { Name: name, BaseType: 'microsoft.graph.entity' },
    ...own,
    ...description,
    ...annotations,
  );
}

function property(
  type: ContractClass,
  { name, type: edmType, isCollection, isNullable, structure }: EdmMember,
): XmlElement {
  const description = descriptionAnnotation(descriptionOf(type, name));
  const Type = isCollection ? `Collection(${edmType})` : edmType;
  if (structure && isEntity(structure)) {
    return element('NavigationProperty', { Name: name, Type, ContainsTarget: 'true' }, ...description);
  }
  const Nullable = isNullable && !isCollection ? undefined : 'false';
  return element('Property', { Name: name, Type, Nullable }, ...description);
}

function descriptionAnnotation(text: string | undefined): XmlElement[] {
  return text === undefined || text === '' ? [] : [element('Annotation', { Term: 'Core.Description', String: text })];
}
