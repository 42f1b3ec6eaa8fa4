import { parseSelect } from './select';
import { refusalOf } from './testing/refusal';

describe('parseSelect', () => {
  it('reads names, paths and the star in their order', () => {
    expect(parseSelect('id, exchangeSettings/sourceEndpoint,*')).toEqual([
      { kind: 'property', segments: ['id'], position: 0 },
      { kind: 'property', segments: ['exchangeSettings', 'sourceEndpoint'], position: 4 },
      { kind: 'all', position: 36 },
    ]);
  });

  it.each([
    ['', 'emptyOption', 0, 'no value'],
    ['id,', 'unexpectedToken', 3, "expected a property or '*', found the end"],
    ['id name', 'unexpectedToken', 3, "expected ',' or the end, found 'name'"],
    ['id/', 'invalidCharacter', 2, 'single slashes'],
    ['id,resources($select=id)', 'unsupportedNestedOptions', 12, "after 'resources'"],
    ['microsoft.graph.x/id', 'unsupportedPath', 0, 'type names'],
    ['id\0', 'invalidCharacter', 2, 'U+0000'],
  ])('refuses %j with %s at %i', (text, code, position, message) => {
    const refusal = refusalOf(() => parseSelect(text));
    expect(refusal).toMatchObject({ code, option: '$select', position });
    expect(refusal.message).toContain(message);
  });
});
