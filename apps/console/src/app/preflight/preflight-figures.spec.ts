import { preflightFigures } from './preflight-figures';

describe('preflightFigures', () => {
  it('tells how many people are ready and how many are not', () => {
    expect(preflightFigures(1_250, 50).map(({ value, tone }) => [value, tone])).toEqual([
      ['1,250', ''],
      ['1,200', 'tone-ok'],
      ['50', 'tone-bad'],
    ]);
  });

  it('raises no alarm where nothing was found', () => {
    expect(preflightFigures(3, 0).at(-1)).toMatchObject({ value: '0', tone: '' });
  });
});
