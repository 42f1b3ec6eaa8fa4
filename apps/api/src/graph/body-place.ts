/** Longest name of a member that is repeated to whoever sent it; those of the contract have some thirty characters. */
const LONGEST_NAME = 256;

/** Where a member is, seen from the whole body: `exchangeSettings.sourceEndpoint`. */
export function memberPlace(parent: string, name: string): string {
  const own = name === '' ? "''" : abbreviated(name);
  return parent === '' ? own : `${parent}.${own}`;
}

/** Where an element of an array is: `resources[3]`. */
export function elementPlace(array: string, index: number | string): string {
  return `${array}[${index}]`;
}

/** The member that a place lies in: `resources[3]` lies in `resources`. */
export function memberOf(place: string): string {
  const element = place.search(/\[\d+\]/);
  return element < 0 ? place : place.slice(0, element);
}

/** Whether a place lies inside of another one. */
export function isInside(place: string, outer: string): boolean {
  return place.startsWith(outer) && (place[outer.length] === '.' || place[outer.length] === '[');
}

/** A name as an answer repeats it. */
export function abbreviated(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
}
