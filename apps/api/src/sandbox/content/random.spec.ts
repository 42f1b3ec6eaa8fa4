import { Random } from './random';

describe('Random', () => {
  const drawn = (seed: string, count: number) => {
    const random = new Random(seed);
    return Array.from({ length: count }, () => random.next());
  };

  it('draws the same numbers for the same seed on every machine', () => {
    expect(drawn('ferry', 3)).toEqual([1318318602, 2828333500, 4168590238]);
  });

  it('draws other numbers for another seed', () => {
    expect(drawn('ferry', 5)).not.toEqual(drawn('ferrz', 5));
  });

  it('spreads evenly over a range and keeps to its bounds', () => {
    const random = new Random('dice');
    const counts = new Map<number, number>();
    for (let roll = 0; roll < 6000; roll += 1) {
      const face = random.between(1, 6);
      counts.set(face, (counts.get(face) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6]);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  it('samples different values, and all of them when there are too few', () => {
    const random = new Random('sample');
    expect(new Set(random.sample(['a', 'b', 'c', 'd', 'e'], 3)).size).toBe(3);
    expect(random.sample(['a', 'b'], 5).sort()).toEqual(['a', 'b']);
  });
});
