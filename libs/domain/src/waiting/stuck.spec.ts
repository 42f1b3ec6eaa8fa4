import fc from 'fast-check';
import { type MovingPeer, stuckAmong } from './stuck';

const SECOND = 1_000;
const peersOf = (...idle: readonly number[]): MovingPeer[] =>
  idle.map((seconds, id) => ({ id, idleMs: seconds * SECOND, longestStepMs: 2 * SECOND }));
const stuck = (peers: readonly MovingPeer[], seen: readonly number[] = []) => [...stuckAmong(peers, seen)];

describe('stuckAmong', () => {
  it('names the one that stands while the others move', () => {
    expect(stuck(peersOf(1, 2, 1, 400, 2))).toEqual([3]);
  });

  it('names nobody before a minute', () => {
    expect(stuck(peersOf(1, 1, 1, 60))).toEqual([]);
    expect(stuck(peersOf(1, 1, 1, 61))).toEqual([3]);
  });

  it('asks for three times what nine of ten take', () => {
    const slow = (idle: number) => [...Array.from({ length: 10 }, () => 100), idle];
    expect(stuck(peersOf(...slow(300)))).toEqual([]);
    expect(stuck(peersOf(...slow(301)))).toEqual([10]);
  });

  it('is not misled by another one that stands', () => {
    expect(stuck(peersOf(...Array.from({ length: 20 }, () => 1), 500, 700))).toEqual([20, 21]);
  });

  it('bears what a peer has taken for a step before', () => {
    const patient = peersOf(1, 1, 1, 200).map((peer) => ({ ...peer, longestStepMs: 70 * SECOND }));
    expect(stuck(patient)).toEqual([]);
  });

  it('compares the last one with those that were seen lately', () => {
    expect(stuck(peersOf(100), [SECOND, SECOND, 2 * SECOND])).toEqual([0]);
    expect(stuck(peersOf(100), [40 * SECOND, 50 * SECOND, 60 * SECOND])).toEqual([]);
  });

  it('waits a quarter of an hour where there is nobody to compare with', () => {
    expect(stuck(peersOf(900))).toEqual([]);
    expect(stuck(peersOf(901))).toEqual([0]);
    expect(stuck(peersOf(901, 1))).toEqual([0]);
  });

  it('names nobody when all of them pause alike, however long and however many', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 40 }), fc.integer({ min: 0, max: 1_000_000 }), (count, seconds) => {
        expect(stuck(peersOf(...Array.from({ length: count }, () => seconds)))).toEqual([]);
      }),
    );
  });

  it('is decided by nothing but the peers: whoever is stuck stays so when it stands longer', () => {
    const idle = fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 4, maxLength: 30 });
    fc.assert(
      fc.property(idle, fc.integer({ min: 1, max: 5_000 }), (times, more) => {
        const [first] = stuck(peersOf(...times));
        if (first === undefined) return;
        const longer = times.map((seconds, id) => (id === first ? seconds + more : seconds));
        expect(stuck(peersOf(...longer))).toContain(first);
      }),
    );
  });
});
