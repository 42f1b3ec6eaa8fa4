import { describedBy, isEntity, type Place, placeIn } from './answer-place';
import { type EdmMember, edmMembersOf } from './edm-members';
import { type ContractClass, typeNameOf } from './type-name';

type Json = Readonly<Record<string, unknown>>;

/**
 * An answer with all control information (OData JSON 4.01, section 3.1.2): the type of each structured value and of each
 * member whose type JSON does not tell, and the addresses of entities and of what they lead to. An entity whose id was
 * not selected has no address to tell.
 */
export function withFullMetadata(answer: Json): Json {
  const described = describedBy(answer['@odata.context']);
  if (!described) return answer;
  const { type, place } = described;
  const one = (entity: Json): Json => annotated(entity, type, place && placeIn(place, entity['id']));
  const { value } = answer;
  return Array.isArray(value) ? { ...answer, value: value.map((entity) => one(entity as Json)) } : one(answer);
}

/** An answer without control information but links to further pages and the count (OData JSON 4.01, section 3.1.3). */
export function withoutMetadata(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutMetadata);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const kept = Object.entries(value).filter(
    ([name]) => !name.includes('@odata.') || /@odata\.(?:nextLink|count)$/.test(name),
  );
  return Object.fromEntries(kept.map(([name, member]: [string, unknown]) => [name, withoutMetadata(member)]));
}

function annotated(value: Json, type: ContractClass, place: Place | undefined): Json {
  const annotations = Object.entries(value).filter(([name]) => name.includes('@odata.'));
  return {
    ...Object.fromEntries(annotations),
    '@odata.type': `#${typeNameOf(type)}`,
    ...(place ? { '@odata.id': `${place.root}/${place.path}`, '@odata.editLink': place.path } : {}),
    ...Object.fromEntries(edmMembersOf(type).flatMap((member) => annotatedMember(member, value[member.name], place))),
  };
}

/** A member with what is told about it. What leads to other entities has its addresses also when it is not expanded. */
function annotatedMember(member: EdmMember, value: unknown, owner: Place | undefined): [string, unknown][] {
  const { name, structure, isCollection } = member;
  if (structure && isEntity(structure)) return navigation(name, value, structure, owner);
  if (value === undefined) return [];
  if (structure === undefined) return [...typeOf(member), [name, value]];
  if (!isCollection) return [[name, annotated(value as Json, structure, undefined)]];
  return [...typeOf(member), [name, (value as Json[]).map((element) => annotated(element, structure, undefined))]];
}

function navigation(name: string, value: unknown, type: ContractClass, owner: Place | undefined): [string, unknown][] {
  const place = owner && { root: owner.root, path: `${owner.path}/${name}` };
  const address = place && `${place.root}/${place.path}`;
  const links: [string, unknown][] =
    address === undefined
      ? []
      : [
          [`${name}@odata.associationLink`, `${address}/$ref`],
          [`${name}@odata.navigationLink`, address],
        ];
  if (!Array.isArray(value)) return links;
  const one = (entity: Json): Json => annotated(entity, type, place && placeIn(place, entity['id']));
  return [...links, [name, value.map((entity) => one(entity as Json))]];
}

/** The type of a member, unless JSON tells it: a text alone is one. */
function typeOf({ name, type, isCollection }: EdmMember): [string, string][] {
  const short = type.replace(/^Edm\./, '');
  if (isCollection) return [[`${name}@odata.type`, `#Collection(${short})`]];
  return type === 'Edm.String' ? [] : [[`${name}@odata.type`, `#${short}`]];
}
