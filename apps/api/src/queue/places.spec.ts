import { Places } from './places';

describe('Places', () => {
  const freed = jest.fn();
  let places: Places;

  beforeEach(() => {
    freed.mockClear();
    places = new Places(2, freed);
  });

  it('has room for as many as it was made for', () => {
    places.give();
    expect(places.free).toBe(1);
    places.give();
    expect(places.free).toBe(0);
  });

  it('has room again for a message that has left, once', () => {
    const place = places.give();
    places.give();
    place.leave();
    place.leave();
    expect(places.free).toBe(1);
    expect(freed).toHaveBeenCalledTimes(1);
  });

  it('takes back at once whoever finds a free place, and whoever has one', async () => {
    const place = places.give();
    place.leave();
    await place.take();
    await place.take();
    expect(places.free).toBe(1);
  });

  it('gives the next place to whoever comes back, and none to a new message', async () => {
    const place = places.give();
    place.leave();
    const others = [places.give(), places.give()];
    const isBack = jest.fn();
    const back = place.take().then(isBack);
    await Promise.resolve();
    expect(isBack).not.toHaveBeenCalled();
    freed.mockClear();
    others[0]?.leave();
    await back;
    expect(places.free).toBe(0);
    expect(freed).not.toHaveBeenCalled();
  });
});
