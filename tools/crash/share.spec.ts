import { EVERY, isIn } from './share.mjs';

const points = Array.from({ length: 200 }, (_, number) => `before statement ${number}`);

describe('A share of the points', () => {
  it('leaves none out where it is all of them', () => {
    expect(points.every((point) => isIn(point, EVERY))).toBe(true);
  });

  it('has each point in one of two halves, which are about as large', () => {
    const [one, other] = [0, 1].map((number) => points.filter((point) => isIn(point, { number, of: 2 })));
    expect([...(one ?? []), ...(other ?? [])].sort()).toEqual([...points].sort());
    expect(Math.abs((one?.length ?? 0) - (other?.length ?? 0))).toBeLessThan(points.length / 4);
  });
});
