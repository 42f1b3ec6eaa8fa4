/** Text for the API document, kept beside the member that it explains. Own property names map to it; '' is the class. */
const descriptions = new WeakMap<object, Map<string, string>>();

function ownDescriptions(prototype: object): Map<string, string> {
  const known = descriptions.get(prototype);
  if (known) return known;
  const created = new Map<string, string>();
  descriptions.set(prototype, created);
  return created;
}

/**
 * Describes a class or a member in words for people who read the API document. It stores text and nothing else, so
 * contracts stay free of any framework; the API turns it into OpenAPI from outside (ADR 0002).
 */
export function Describe(text: string): ClassDecorator & PropertyDecorator {
  return (target: object, propertyKey?: string | symbol): void => {
    if (propertyKey === undefined) ownDescriptions((target as { prototype: object }).prototype).set('', text);
    else ownDescriptions(target).set(String(propertyKey), text);
  };
}

/**
 * The text given by {@link Describe} for a member of a class, or for the class itself when no member is named. Looks
 * up the prototype chain, so an inherited member keeps its words. Undefined when nothing was said.
 */
export function descriptionOf(type: { prototype: object }, member = ''): string | undefined {
  for (
    let p: object | null = type.prototype;
    p && p !== Object.prototype;
    p = Object.getPrototypeOf(p) as object | null
  ) {
    const text = descriptions.get(p)?.get(member);
    if (text !== undefined) return text;
  }
  return undefined;
}
