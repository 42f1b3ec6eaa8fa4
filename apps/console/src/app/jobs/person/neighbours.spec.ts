import { neighboursOf } from './neighbours';

describe('neighboursOf', () => {
  const people = ['ann', 'bob', 'cy'].map((id) => ({ id }));

  it('finds who stands before and behind', () => {
    expect(neighboursOf(people, 'bob')).toEqual({ previous: 'ann', next: 'cy' });
  });

  it('ends at the first and at the last one', () => {
    expect(neighboursOf(people, 'ann')).toEqual({ previous: null, next: 'bob' });
    expect(neighboursOf(people, 'cy')).toEqual({ previous: 'bob', next: null });
  });

  it('has none for a stranger', () => {
    expect(neighboursOf(people, 'dan')).toEqual({ previous: null, next: null });
  });
});
