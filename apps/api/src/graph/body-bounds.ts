import { BadRequestError } from './graph-http-error';

/** No type of the contract has more members than a few dozen. */
const MOST_MEMBERS = 100;
/** The most people that a job may be set to take. */
const MOST_ELEMENTS = 100_000;
/** A batch has twenty requests, each with a few objects. */
const MOST_OBJECTS = 1_000;

/**
 * Refuses a body that is far beyond any type before anybody reads it: what looks for members and judges elements takes
 * minutes for some that fit into the limit of bytes.
 *
 * @throws BadRequestError naming the place
 */
export function checkBounds(body: object): void {
  let objects = 0;
  const check = (value: unknown, place: string): void => {
    if (typeof value !== 'object' || value === null) return;
    objects += 1;
    if (objects > MOST_OBJECTS)
      throw new BadRequestError(`The body holds more than ${MOST_OBJECTS} objects and arrays.`);
    if (Array.isArray(value)) {
      if (value.length > MOST_ELEMENTS) throw tooMany(place, `${MOST_ELEMENTS} elements`);
      for (const element of value) check(element, place);
      return;
    }
    const members = Object.entries(value);
    if (members.length > MOST_MEMBERS) throw tooMany(place, `${MOST_MEMBERS} members`);
    for (const [name, member] of members) check(member, name);
  };
  check(body, 'The body');
}

function tooMany(place: string, most: string): BadRequestError {
  return new BadRequestError(`${place.slice(0, 100)} holds more than ${most}.`);
}
