import { randomUUID } from 'node:crypto';
import { Workload } from '@ferry/contracts';
import { itemStoreContract, listAll, newItem, sampleItem } from '@ferry/stores-spi/testing';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database';
import { SandboxItemsRepository } from './sandbox-items.repository';
import { LARGEST_ITEM_BYTES, SandboxTargetStore } from './sandbox-target-store';

let test: TestDatabase;
let repository: SandboxItemsRepository;

beforeAll(async () => {
  test = await openTestDatabase();
  repository = new SandboxItemsRepository(test.database);
});
afterAll(() => test.destroy());

function ownerOf(service: Workload) {
  return { tenantId: randomUUID(), personId: randomUUID(), service };
}

for (const service of [Workload.Exchange, Workload.ODSP, Workload.Teams, Workload.Meeting]) {
  itemStoreContract({
    name: `SandboxTargetStore of ${service}`,
    async create() {
      const owner = ownerOf(service);
      const store = new SandboxTargetStore(owner, repository);
      return {
        store,
        async seed(container, items) {
          await repository.addContainer(owner, container);
          await repository.add(
            owner,
            items.map(({ header, content }) => ({ ...header, digest: '', content })),
          );
        },
        reopen: async () => new SandboxTargetStore(owner, repository),
        destroy: async () => undefined,
      };
    },
  });
}

describe('SandboxTargetStore', () => {
  const { signal } = new AbortController();

  it('skips an item that is too large without opening it, and writes its neighbours', async () => {
    const store = new SandboxTargetStore(ownerOf(Workload.Exchange), repository);
    const small = newItem(sampleItem('message', 'Inbox', 1));
    const sample = sampleItem('message', 'Inbox', 2);
    const large = {
      header: { ...sample.header, size: LARGEST_ITEM_BYTES + 1 },
      content: {
        size: LARGEST_ITEM_BYTES + 1,
        chunks(): AsyncIterable<Uint8Array> {
          throw new Error('it was opened');
        },
      },
    };
    await store.createContainer('Inbox', signal);
    const outcomes = await store.write('Inbox', [small, large], signal);
    expect(outcomes).toEqual([
      { key: small.header.key, kind: 'written', bytes: small.header.size },
      {
        key: sample.header.key,
        kind: 'skipped',
        code: 'ItemTooLarge',
        message: 'The item has 36700161 bytes. The target accepts at most 35 MB.',
      },
    ]);
    expect(await listAll(store, 'Inbox', 10, signal)).toHaveLength(1);
  });

  it('keeps people and workloads apart', async () => {
    const owner = ownerOf(Workload.Exchange);
    const store = new SandboxTargetStore(owner, repository);
    await store.createContainer('Inbox', signal);
    await store.write('Inbox', [newItem(sampleItem('message', 'Inbox', 1))], signal);
    const others = [
      { ...owner, personId: randomUUID() },
      { ...owner, tenantId: randomUUID() },
      { ...owner, service: Workload.ODSP },
    ];
    for (const other of others) {
      expect(await new SandboxTargetStore(other, repository).containers(signal)).toEqual([]);
      expect(await repository.count(other)).toBe(0);
    }
  });
});
