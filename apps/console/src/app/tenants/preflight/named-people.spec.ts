import { namedPeople } from './named-people';

describe('namedPeople', () => {
  it('takes names from lines and lists, each once', () => {
    expect(namedPeople(' ann@x\nbea@x, cy@x;ann@x \n')).toEqual(['ann@x', 'bea@x', 'cy@x']);
  });

  it('finds nobody in blanks', () => {
    expect(namedPeople(' \n , ; ')).toEqual([]);
  });
});
