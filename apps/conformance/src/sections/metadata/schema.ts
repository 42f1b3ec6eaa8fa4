import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { arrayOf, holds, objectOf, present, shown } from '../../expect/expect';
import type { CheckContext } from '../../run/check-context';
import type { Json } from '../../run/job';

/** An element of the description: its attributes and its children, all by name. */
export type Element = Json;

/** Elements that may stand several times, so that one alone is an array, too. */
const SEVERAL =
  /\.(?:Schema|EntityType|ComplexType|EnumType|Member|Property|NavigationProperty|Action|Function|Parameter|EntityContainer|Singleton|EntitySet|Annotation|Annotations|PropertyRef|PropertyValue)$/;

/** The description of the service, as far as checks ask for it. */
export class Schema {
  private constructor(
    readonly elements: Readonly<Record<string, readonly Element[]>>,
    readonly text: string,
  ) {}

  /** Reads the description, which has to be well-formed. */
  static async of(test: CheckContext): Promise<Schema> {
    const answer = (await test.get(`${test.root}/$metadata`, { headers: { accept: 'application/xml' } })).expect(200);
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- its successor is a package of its own, for the same work
    const valid = XMLValidator.validate(answer.text);
    holds(valid === true, `The description is not well-formed: ${shown(valid)}.`);
    const parser = new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: '',
      removeNSPrefix: true,
      isArray: (_name, path) => SEVERAL.test(`.${String(path)}`),
    });
    const document = objectOf(parser.parse(answer.text), 'the document');
    const services = objectOf(objectOf(document['Edmx'], 'Edmx')['DataServices'], 'DataServices');
    const schemas = arrayOf(services['Schema'], 'Schema').map((one) => objectOf(one, 'a schema'));
    const graph = present(
      schemas.find((schema) => schema['Namespace'] === 'microsoft.graph'),
      'The schema microsoft.graph',
    );
    return new Schema(graph as Readonly<Record<string, readonly Element[]>>, answer.text);
  }

  /** An element of a kind by its name. */
  named(kind: 'EntityType' | 'ComplexType' | 'EnumType', name: string): Element {
    return present(
      childrenOf(this.elements, kind).find((one) => one['Name'] === name),
      `${kind} ${name}`,
    );
  }

  /** The actions of a name. */
  actions(name: string): readonly Element[] {
    return childrenOf(this.elements, 'Action').filter((one) => one['Name'] === name);
  }
}

/** The children of an element that are of a kind. */
export function childrenOf(element: Element, kind: string): readonly Element[] {
  const children = element[kind];
  if (children === undefined) return [];
  return arrayOf(children, kind).map((one) => objectOf(one, kind));
}
