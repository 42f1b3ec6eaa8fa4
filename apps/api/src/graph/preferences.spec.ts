import { preferencesOf } from './preferences';

const NONE = { includeUnknownEnumMembers: false };

describe('preferencesOf', () => {
  it.each([
    ['return=minimal', { ...NONE, return: 'minimal' }],
    ['Return="representation"; x=y', { ...NONE, return: 'representation' }],
    ['return = minimal', { ...NONE, return: 'minimal' }],
    ['odata.maxpagesize=5, return=minimal', { ...NONE, return: 'minimal', maxPageSize: 5 }],
    ['maxpagesize="50"', { ...NONE, maxPageSize: 50 }],
    ['include-unknown-enum-members', { includeUnknownEnumMembers: true }],
    ['respond-async, wait=10; foo="a,b", odata.maxpagesize=7', { ...NONE, maxPageSize: 7 }],
    ['maxpagesize=3, maxpagesize=4', { ...NONE, maxPageSize: 3 }],
  ])('reads %s', (header, expected) => {
    expect(preferencesOf(header)).toEqual(expected);
  });

  it('reads several headers as one', () => {
    expect(preferencesOf(['return=minimal', 'maxpagesize=2'])).toEqual({ ...NONE, return: 'minimal', maxPageSize: 2 });
  });

  it.each([undefined, '', ',', '=', ';;', 'return=nothing', 'maxpagesize=0', 'maxpagesize=-1', 'maxpagesize=many'])(
    'takes %j for no preference',
    (header) => {
      expect(preferencesOf(header)).toEqual(NONE);
    },
  );
});
