import { parseExpand } from './expand';
import { refusalOf } from './testing/refusal';

describe('parseExpand', () => {
  it('reads names in their order', () => {
    expect(parseExpand('users, owners')).toEqual([
      { name: 'users', position: 0 },
      { name: 'owners', position: 7 },
    ]);
  });

  it.each([
    ['', 'emptyOption', 0, 'no value'],
    ['users($select=id;$top=5)', 'unsupportedNestedOptions', 5, "after 'users'"],
    ['users()', 'unsupportedNestedOptions', 5, "after 'users'"],
    ['users/tasks', 'unsupportedPath', 0, "'users/tasks'"],
    ['users/$ref', 'invalidCharacter', 5, 'single slashes'],
    ['*', 'unexpectedToken', 0, "expected the name of a relationship, found '*'"],
    ['users,users', 'duplicatedName', 6, "'users' is listed twice"],
    ['users owners', 'unexpectedToken', 6, "found 'owners'"],
    ['users,', 'unexpectedToken', 6, 'found the end'],
  ])('refuses %j with %s at %i', (text, code, position, message) => {
    const refusal = refusalOf(() => parseExpand(text));
    expect(refusal).toMatchObject({ code, option: '$expand', position });
    expect(refusal.message).toContain(message);
  });
});
