import { randomUUID } from 'node:crypto';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database';
import { EndpointsRepository } from './endpoints.repository';

const NOW = new Date('2027-03-01T12:00:00Z').getTime();
const PER_SECOND = 50;
const TENANT = '22222222-2222-4222-8222-222222222222';

describe('The room for items at an endpoint', () => {
  let test: TestDatabase;
  let endpoints: EndpointsRepository;

  beforeAll(async () => {
    test = await openTestDatabase();
    endpoints = new EndpointsRepository(test.database);
  });
  afterAll(() => test.destroy());

  const someEndpoint = () => ({ tenantId: TENANT, endpoint: randomUUID() });

  it('is given to one of many who ask at the same moment', async () => {
    const endpoint = someEndpoint();
    for (let round = 0; round < 10; round += 1) {
      const now = new Date(NOW + round * 1_000);
      const answers = await Promise.all(Array.from({ length: 20 }, () => endpoints.takeRoom(endpoint, 1, now)));
      expect(answers.filter((next) => next === null)).toHaveLength(1);
      expect(new Set(answers.map((next) => next?.getTime() ?? null))).toEqual(new Set([null, now.getTime() + 1_000]));
    }
  });

  it('never holds more in any time than the time allows, and one batch', async () => {
    const endpoint = someEndpoint();
    const given: { at: number; items: number }[] = [];
    for (let step = 0; step < 60; step += 1) {
      const at = NOW + step * 137;
      const sizes = [1, 7 + (step % 20), PER_SECOND, 13];
      const answers = await Promise.all(
        sizes.map((items) => endpoints.takeRoom(endpoint, items / PER_SECOND, new Date(at))),
      );
      answers.forEach((next, index) => {
        if (next === null) given.push({ at, items: sizes[index] ?? 0 });
      });
    }
    expect(given.length).toBeGreaterThan(5);
    given.forEach((first, from) => {
      let items = 0;
      for (const { at, items: more } of given.slice(from)) {
        expect(items).toBeLessThanOrEqual(((at - first.at) / 1_000) * PER_SECOND);
        items += more;
      }
    });
  });

  it('of one endpoint takes nothing from another', async () => {
    const now = new Date(NOW);
    const answers = await Promise.all(
      [someEndpoint(), someEndpoint()].map((endpoint) => endpoints.takeRoom(endpoint, 1, now)),
    );
    expect(answers).toEqual([null, null]);
  });

  it('is not kept from everybody by a clock that was ahead for a while', async () => {
    const endpoint = someEndpoint();
    await endpoints.takeRoom(endpoint, 1, new Date(NOW + 86_400_000));
    expect(await endpoints.takeRoom(endpoint, 1, new Date(NOW))).toBeNull();
  });

  it('is kept for as long as one large item takes', async () => {
    const endpoint = someEndpoint();
    await endpoints.takeRoom(endpoint, 1_000, new Date(NOW));
    expect(await endpoints.takeRoom(endpoint, 1, new Date(NOW + 300_000))).toEqual(new Date(NOW + 1_000_000));
  });
});

describe('The condition of an endpoint', () => {
  let test: TestDatabase;
  let endpoints: EndpointsRepository;

  beforeAll(async () => {
    test = await openTestDatabase();
    endpoints = new EndpointsRepository(test.database);
  });
  afterAll(() => test.destroy());

  it('says nothing of another one, neither of the same tenant nor of the same name', async () => {
    const [resting, sameTenant] = [
      { tenantId: TENANT, endpoint: 'mail' },
      { tenantId: TENANT, endpoint: 'files' },
    ];
    const sameName = { ...resting, tenantId: randomUUID() };
    const rests = { restsUntil: new Date(NOW), lostConnections: 7 };
    const conditions = await test.database.transaction(async (tx) => {
      for (const endpoint of [resting, sameTenant, sameName]) await endpoints.lock(tx, endpoint);
      await endpoints.save(tx, resting, rests, 'It asked to wait 60 s.');
      return [
        await endpoints.lock(tx, resting),
        await endpoints.lock(tx, sameTenant),
        await endpoints.lock(tx, sameName),
      ];
    });
    const calm = { restsUntil: null, lostConnections: 0 };
    expect(conditions).toEqual([rests, calm, calm]);
  });
});
