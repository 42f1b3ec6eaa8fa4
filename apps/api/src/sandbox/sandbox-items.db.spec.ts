import { createHash } from 'node:crypto';
import { Workload } from '@ferry/contracts';
import { newItem, sampleItem } from '@ferry/stores-spi/testing';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database';
import { contentOf } from './content/sandbox-content';
import { CONTOSO_ID, FABRIKAM_ID, sandboxPeople, sourcePersonIdOf } from './sandbox-directory';
import { ItemCursorError, SandboxItems } from './sandbox-items';
import { SandboxItemsRepository } from './sandbox-items.repository';
import { SandboxTargetStore } from './sandbox-target-store';

describe('SandboxItems', () => {
  const { signal } = new AbortController();
  const [ann, ben] = sandboxPeople(FABRIKAM_ID);
  if (!ann || !ben) throw new Error('the people are seeded');
  let test: TestDatabase;
  let items: SandboxItems;

  beforeAll(async () => {
    test = await openTestDatabase();
    const repository = new SandboxItemsRepository(test.database);
    items = new SandboxItems(repository);
    const store = new SandboxTargetStore(
      { tenantId: FABRIKAM_ID, personId: ann.id, service: Workload.ODSP },
      repository,
    );
    for (const container of ['Documents', 'Documents/Plans', 'Notes']) {
      await store.createContainer(container, signal);
      const samples = Array.from({ length: 7 }, (_, number) => sampleItem('file', container, number));
      await store.write(container, samples.map(newItem), signal);
    }
  });
  afterAll(() => test.destroy());

  const all = async (tenantId: string, personId: string, service: Workload, limit: number) => {
    const pages = [await items.list(tenantId, personId, service, null, limit)];
    for (let next = pages[0]?.next ?? null; next !== null; next = pages.at(-1)?.next ?? null) {
      pages.push(await items.list(tenantId, personId, service, next, limit));
    }
    return { pages, items: pages.flatMap((page) => page.items) };
  };

  it('lists what a person has at the target, with digests of the content', async () => {
    const { items: listed } = await all(FABRIKAM_ID, ann.id, Workload.ODSP, 100);
    const { header, content } = sampleItem('file', 'Documents/Plans', 3);
    expect(listed).toHaveLength(21);
    expect(listed.find(({ key }) => key === header.key)).toEqual({
      key: header.key,
      container: 'Documents/Plans',
      name: header.name,
      size: header.size,
      dateTime: header.dateTime,
      digest: createHash('sha256').update(content).digest('hex'),
    });
  });

  it.each([1, 4, 21])('shows each item once in pages of %d, with the number over all pages', async (limit) => {
    const { pages, items: listed } = await all(FABRIKAM_ID, ann.id, Workload.ODSP, limit);
    expect(pages).toHaveLength(Math.ceil(21 / limit));
    expect(new Set(listed.map(({ key }) => key)).size).toBe(21);
    for (const page of pages) expect(page.count).toBe(21);
  });

  it('lists what a person has at the source, each item once', async () => {
    const content = contentOf(ann, Workload.Exchange);
    const expected = content.containers.flatMap(({ path, itemCount }) =>
      Array.from({ length: itemCount }, (_, index) => content.key(path, index)),
    );
    const { pages, items: listed } = await all(CONTOSO_ID, sourcePersonIdOf(ann), Workload.Exchange, 50);
    expect(listed.map(({ key }) => key).sort()).toEqual(expected.sort());
    for (const page of pages) expect(page.count).toBe(expected.length);
  });

  it('gives the digest of the content at the source', async () => {
    const content = contentOf(ann, Workload.Meeting);
    const listed = (await items.list(CONTOSO_ID, sourcePersonIdOf(ann), Workload.Meeting, null, 100)).items;
    const item = content.item('Calendar', 0);
    const hash = createHash('sha256');
    for (const chunk of item.chunks()) hash.update(chunk);
    expect(listed.find(({ key }) => key === item.key)?.digest).toBe(hash.digest('hex'));
  });

  it('shows nothing of somebody who has nothing there, or whom nobody knows', async () => {
    const nothing = { items: [], count: 0, next: null };
    expect(await items.list(FABRIKAM_ID, ben.id, Workload.ODSP, null, 10)).toEqual(nothing);
    expect(await items.list(CONTOSO_ID, ann.id, Workload.ODSP, null, 10)).toEqual(nothing);
  });

  it.each(['rubbish', Buffer.from('{"a":1}').toString('base64url'), Buffer.from('[1,2]').toString('base64url')])(
    'refuses a cursor that it did not give out: %s',
    async (cursor) => {
      await expect(items.list(FABRIKAM_ID, ann.id, Workload.ODSP, cursor, 10)).rejects.toBeInstanceOf(ItemCursorError);
    },
  );
});
