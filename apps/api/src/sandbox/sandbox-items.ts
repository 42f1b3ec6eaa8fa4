import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PersonItem, type Workload } from '@ferry/contracts';
import type { ItemHeader } from '@ferry/stores-spi';
import type { PersonContent } from './content/person-content';
import { contentOf } from './content/sandbox-content';
import { sandboxSourcePerson } from './sandbox-directory';
import { type ItemPosition, SandboxItemsRepository } from './sandbox-items.repository';

/** A page of what a person has, by container and key. */
export interface SandboxItemPage {
  readonly items: PersonItem[];
  /** Items over all pages. */
  readonly count: number;
  /** Cursor of the next page; null on the last one. */
  readonly next: string | null;
}

/** A cursor that this service did not give out. */
export class ItemCursorError extends Error {
  readonly code = 'invalidCursor';

  constructor(options?: ErrorOptions) {
    super('The cursor of the listing is not one that this service gave out.', options);
    this.name = new.target.name;
  }
}

/** Lists what the people of the sandbox really have: rows at a target tenant, generated content at the source. */
@Injectable()
export class SandboxItems {
  constructor(private readonly repository: SandboxItemsRepository) {}

  /**
   * A page of at most `limit` items, behind the cursor of an earlier page. Someone who is not in the sandbox has
   * nothing. At the source tenant people have the object ids of that tenant. Throws `ItemCursorError`.
   */
  async list(
    tenantId: string,
    personId: string,
    service: Workload,
    after: string | null,
    limit: number,
  ): Promise<SandboxItemPage> {
    const position = after === null ? null : positionOf(after);
    const sourcePerson = sandboxSourcePerson(tenantId, personId);
    if (sourcePerson) return generatedPage(contentOf(sourcePerson, service), position, limit);

    const owner = { tenantId, personId, service };
    const [rows, count] = [await this.repository.list(owner, position, limit + 1), await this.repository.count(owner)];
    const items = rows.slice(0, limit).map((row) => personItem(row, row.digest));
    return { items, count, next: nextOf(items, rows.length > limit) };
  }
}

function generatedPage(content: PersonContent, after: ItemPosition | null, limit: number): SandboxItemPage {
  const count = content.containers.reduce((sum, container) => sum + container.itemCount, 0);
  const wanted: { container: string; index: number }[] = [];
  for (const position of positions(content, after)) {
    if (wanted.push(position) > limit) break;
  }
  const items = wanted.slice(0, limit).map(({ container, index }) => {
    const item = content.item(container, index);
    const hash = createHash('sha256');
    for (const chunk of item.chunks()) hash.update(chunk);
    return personItem({ ...item, container }, hash.digest('hex'));
  });
  return { items, count, next: nextOf(items, wanted.length > limit) };
}

function personItem({ key, container, name, size, dateTime }: ItemHeader, digest: string): PersonItem {
  return Object.assign(new PersonItem(), { key, container, name, size, dateTime, digest });
}

function* positions(
  content: PersonContent,
  after: ItemPosition | null,
): Generator<{ container: string; index: number }> {
  for (const { path, itemCount } of content.containers.toSorted((a, b) => compare(a.path, b.path))) {
    if (after && compare(path, after.container) < 0) continue;
    const keyed = Array.from({ length: itemCount }, (_, index) => ({ key: content.key(path, index), index }));
    for (const { key, index } of keyed.sort((a, b) => compare(a.key, b.key))) {
      if (after?.container === path && compare(key, after.key) <= 0) continue;
      yield { container: path, index };
    }
  }
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function nextOf(items: readonly PersonItem[], isMore: boolean): string | null {
  const last = items.at(-1);
  if (!isMore || !last) return null;
  return Buffer.from(JSON.stringify([last.container, last.key]), 'utf8').toString('base64url');
}

function positionOf(cursor: string): ItemPosition {
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch (cause) {
    throw new ItemCursorError({ cause });
  }
  const [container, key] = Array.isArray(parsed) ? (parsed as unknown[]) : [];
  if (typeof container !== 'string' || typeof key !== 'string') throw new ItemCursorError();
  return { container, key };
}
