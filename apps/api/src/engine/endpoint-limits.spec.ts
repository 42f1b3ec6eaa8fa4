import { ratesInWords, ratesOf, secondsFor } from './endpoint-limits';

describe('The pace of an endpoint', () => {
  const settings = { endpointItemsPerSecond: 50, endpointBytesPerSecond: 0 };

  it('is that of the settings where the endpoint says nothing', () => {
    expect(ratesOf(null, settings)).toEqual({ itemsPerSecond: 50, bytesPerSecond: 0 });
    expect(ratesOf({ itemsPerSecond: null, bytesPerSecond: null }, settings)).toEqual(ratesOf(null, settings));
  });

  it('is its own where it says something, and free where it says 0', () => {
    expect(ratesOf({ itemsPerSecond: 5, bytesPerSecond: 1_000 }, settings)).toEqual({
      itemsPerSecond: 5,
      bytesPerSecond: 1_000,
    });
    expect(ratesOf({ itemsPerSecond: 0, bytesPerSecond: null }, settings)).toBeNull();
  });

  it('makes a batch take as long as the slower of its limits wants', () => {
    const rates = { itemsPerSecond: 10, bytesPerSecond: 1_000 };
    expect(secondsFor({ items: 20, bytes: 500 }, rates)).toBe(2);
    expect(secondsFor({ items: 1, bytes: 30_000 }, rates)).toBe(30);
    expect(secondsFor({ items: 1, bytes: 30_000 }, { ...rates, bytesPerSecond: 0 })).toBe(0.1);
  });

  it('is said with the limits that there are', () => {
    expect(ratesInWords({ itemsPerSecond: 10, bytesPerSecond: 0 })).toBe('10 items');
    expect(ratesInWords({ itemsPerSecond: 10, bytesPerSecond: 9 })).toBe('10 items and 9 bytes');
  });
});
