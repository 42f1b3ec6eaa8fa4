import { createHash } from 'node:crypto';

/** How often a statement has to come before it gets a name. */
const OFTEN = 3;

/** How many statements can have one; each is kept by every connection that has used it. */
const MOST_NAMES = 400;

/** How many statements are counted at a time; the oldest ones are forgotten. */
const MOST_COUNTED = 2_000;

/**
 * Names for the statements that come again and again. PostgreSQL plans a statement that has a name once for each
 * connection and not at every use, and for a short one planning takes as long as all the rest. Lists are asked for in
 * more ways than could be kept, so what is rare gets no name.
 */
export class StatementNames {
  private readonly names = new Map<string, string>();
  private readonly counted = new Map<string, number>();
  private renewed = 0;

  /** The name of a statement; null as long as it is rare. */
  nameOf(text: string): string | null {
    const known = this.names.get(text);
    if (known !== undefined) return known;
    if (this.names.size >= MOST_NAMES) return null;
    const count = (this.counted.get(text) ?? 0) + 1;
    if (count < OFTEN) {
      this.count(text, count);
      return null;
    }
    this.counted.delete(text);
    return this.give(text);
  }

  /** Gives every statement another name: a table has changed, and PostgreSQL does not plan under the old one again. */
  renewAll(): void {
    this.renewed += 1;
    for (const text of this.names.keys()) this.give(text);
  }

  private count(text: string, count: number): void {
    const [oldest] = this.counted.keys();
    if (this.counted.size >= MOST_COUNTED && oldest !== undefined) this.counted.delete(oldest);
    this.counted.set(text, count);
  }

  private give(text: string): string {
    const name = `ferry_${createHash('sha256').update(text).digest('hex').slice(0, 32)}_${this.renewed}`;
    this.names.set(text, name);
    return name;
  }
}
