import type { ItemHeader } from '@ferry/stores-spi';
import type { Random } from './random';

/** Whose content is made: names and addresses appear in it, and the id is its seed. */
export interface ContentOwner {
  /** Object id in the source tenant. */
  readonly id: string;
  readonly displayName: string;
  /** Address in the source tenant. */
  readonly mail: string;
}

/** A container with the number of items that it has. */
export interface ContentContainer {
  readonly path: string;
  readonly itemCount: number;
}

/** One item, made from its seed. */
export interface ContentItem extends Omit<ItemHeader, 'container'> {
  /** The bytes in order; may be asked for again and again. */
  chunks(): Iterable<Uint8Array>;
}

/**
 * Everything that a person has in one workload of the source tenant. Nothing is kept: each item is made when it is asked
 * for, and is equal to the byte each time.
 */
export interface PersonContent {
  /** Parents before children. */
  readonly containers: readonly ContentContainer[];
  /** Key of an item by its position, without making the item. */
  key(container: string, index: number): string;
  item(container: string, index: number): ContentItem;
}

/** The text as an item's content, in UTF-8. */
export function textContent(text: string): Pick<ContentItem, 'size' | 'chunks'> {
  const bytes = Buffer.from(text, 'utf8');
  return { size: bytes.byteLength, chunks: () => [bytes] };
}

const FIRST_DAY = Date.UTC(2024, 0, 8);
const DAYS = 710;

/**
 * When the item at a position was made: containers fill up evenly from January 2024 to December 2025, on working days
 * between seven and seven.
 */
export function dateAt(index: number, count: number, random: Random): Date {
  const day = Math.floor(((index + random.between(0, 999) / 1000) * DAYS) / Math.max(count, 1));
  const weekday = day % 7;
  const workingDay = weekday > 4 ? day - (weekday - 4) : day;
  return new Date(FIRST_DAY + (workingDay * 86_400 + random.between(7 * 3_600, 19 * 3_600)) * 1000);
}
