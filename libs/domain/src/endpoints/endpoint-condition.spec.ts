import { afterLostConnection, afterThrottling, type EndpointCondition, isProbed } from './endpoint-condition';

const NOW = new Date('2027-03-01T12:00:00Z');
const FRESH: EndpointCondition = { restsUntil: null, lostConnections: 0 };

function after(seconds: number): Date {
  return new Date(NOW.getTime() + seconds * 1_000);
}

/** The rests, in seconds, of an endpoint at which so many runs fail one after another, each when the rest is over. */
function restsOf(losses: number): (number | null)[] {
  let condition = FRESH;
  let now = NOW;
  return Array.from({ length: losses }, () => {
    condition = afterLostConnection(condition, now);
    const rest = condition.restsUntil && (condition.restsUntil.getTime() - now.getTime()) / 1_000;
    if (condition.restsUntil) now = condition.restsUntil;
    return rest;
  });
}

describe('endpoint condition', () => {
  it('rests from the fifth lost connection on, each time longer, up to five minutes', () => {
    expect(restsOf(12)).toEqual([null, null, null, null, 10, 20, 40, 80, 160, 300, 300, 300]);
  });

  it('counts a crowd that fails together as one step', () => {
    const resting = restsUntil(10, 5);
    expect(afterLostConnection(resting, NOW)).toBe(resting);
  });

  it('is probed by one run at a time from the fifth lost connection on', () => {
    expect([4, 5, 6].map((lostConnections) => isProbed({ lostConnections }))).toEqual([false, true, true]);
  });

  it('rests as long as it asks for, whatever that is', () => {
    expect(afterThrottling(FRESH, NOW, 3_600)).toEqual({ restsUntil: after(3_600), lostConnections: 0 });
  });

  it('keeps a longer rest, and replaces a shorter one', () => {
    expect(afterThrottling(restsUntil(60), NOW, 5).restsUntil).toEqual(after(60));
    expect(afterThrottling(restsUntil(5), NOW, 60).restsUntil).toEqual(after(60));
  });

  function restsUntil(seconds: number, lostConnections = 0): EndpointCondition {
    return { restsUntil: after(seconds), lostConnections };
  }
});
