import fc from 'fast-check';
import { ArrayUnique, validateSync } from 'class-validator';
import { Distinct } from './distinct';

const lowerCase = (value: unknown): unknown => (typeof value === 'string' ? value.toLowerCase() : value);

class Guests {
  @Distinct('$property must not hold anybody twice', lowerCase)
  people: unknown;
}

class SlowGuests {
  @ArrayUnique(lowerCase)
  people: unknown;
}

const accepts = (type: new () => object, people: unknown): boolean =>
  validateSync(Object.assign(new type(), { people })).length === 0;

describe('Distinct', () => {
  it('judges as ArrayUnique does', () => {
    const element = fc.oneof(fc.constantFrom('a', 'A', 'b', 1, null, true), fc.string({ maxLength: 1 }));
    fc.assert(
      fc.property(fc.oneof(fc.array(element), element), (people) => {
        expect(accepts(Guests, people)).toBe(accepts(SlowGuests, people));
      }),
    );
  });

  it('says what it was told to say', () => {
    const [error] = validateSync(Object.assign(new Guests(), { people: ['ann', 'Ann'] }));
    expect(error?.constraints).toEqual({ arrayUnique: 'people must not hold anybody twice' });
  });
});
